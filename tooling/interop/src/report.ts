import { dialectName } from "./combination.ts";
import type { Part, Result, Row, Status } from "./result.ts";

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

export function noCounts(): Counts {
  return { passed: 0, failed: 0, skipped: 0 };
}

/** A row as lines: what came of it, and below each case that failed. */
export function formatRow(row: Row): string {
  const { peer, part, results } = row;
  const words = `${peer.padEnd(18)}${part === undefined ? "" : formatPart(part)}`;
  if (!isResults(results)) {
    return `${words}${"skipped" in results ? `skipped: ${results.skipped}` : `FAIL ${results.failed}`}`;
  }
  const failed = results.filter(({ status }) => status === "failed");
  const lines = failed.map(({ name, reason }) => `  FAIL ${name}: ${reason}`);
  return [`${words}${failed.length === 0 ? "pass" : "FAIL"} (${tally(results)})`, ...lines].join("\n");
}

function formatPart({ role, combination }: Part): string {
  return `${role.padEnd(7)}${dialectName(combination).padEnd(25)}${combination.protocol.padEnd(13)}`;
}

function tally(results: readonly Result[]): string {
  const statuses: readonly Status[] = ["passed", "failed", "known", "skipped"];
  return statuses
    .map((status) => [status, results.filter((result) => result.status === status).length] as const)
    .filter(([, count]) => count > 0)
    .map(([status, count]) => `${count} ${status === "known" ? "known to fail" : status}`)
    .join(", ");
}

/** Cases are counted; a row in which none was tried is one. What is known to fail has not passed. */
export function count(counts: Counts, { results }: Row): void {
  if (!isResults(results)) {
    counts["skipped" in results ? "skipped" : "failed"]++;
    return;
  }
  for (const { status } of results) counts[status === "known" ? "skipped" : status]++;
}

/** The last line, which scripts add up. */
export function summary({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** 1 if anything failed, 2 if nothing ran. */
export function exitCode({ passed, failed }: Counts): number {
  if (failed > 0) return 1;
  return passed === 0 ? 2 : 0;
}

function isResults(results: Row["results"]): results is readonly Result[] {
  return Array.isArray(results);
}
