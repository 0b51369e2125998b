import type { Result } from "../result.ts";
import type { ConformanceCase } from "./cases/conformance-case.ts";
import { difference } from "./difference.ts";
import type { ClientTestResult, ServerTestResult } from "./shapes.ts";
import { missingOnWire } from "./wire/expectations.ts";
import type { FrameLog } from "./wire/frame-log.ts";
import { brokenLaws } from "./wire/laws.ts";

/** What both sides told, and what passed between them. */
export interface Evidence {
  readonly client: ClientTestResult;
  readonly server: ServerTestResult;
  readonly log: FrameLog;
}

/** Runs a case, and judges what came of it. */
export async function judged(tried: ConformanceCase, run: () => Promise<Evidence>): Promise<Result> {
  const { name } = tried;
  let reasons: readonly string[];
  try {
    reasons = faults(tried, await run());
  } catch (error) {
    reasons = [error instanceof Error ? error.message : String(error)];
  }
  if (reasons.length === 0) return { name, status: "passed", reason: undefined };
  return { name, status: "failed", reason: reasons.join("; ") };
}

function faults(tried: ConformanceCase, { client, server, log }: Evidence): readonly string[] {
  const { clientTestResult, serverTestResult } = tried.testCase;
  const told = [difference(client, clientTestResult, "client"), difference(server, serverTestResult, "server")].filter(
    (found) => found !== undefined,
  );
  return [...told, ...brokenLaws(log.frames), ...missingOnWire(tried, log.frames)];
}
