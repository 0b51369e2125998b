import { exitCodes } from "@seapink/addresses/command";
import { counted } from "../counted.ts";
import type { IdlOptions } from "../idl-options.ts";
import { loadAll } from "../load-all.ts";
import { showDiagnostic } from "../show-diagnostic.ts";

/** What is to be said of some files. */
export interface Checked {
  /** The diagnostics, each as text. */
  readonly findings: readonly string[];
  /** Why files could not be read. */
  readonly failures: readonly string[];
  /** All of it in a line. */
  readonly summary: string;
  /** 0 without errors, 1 with some, 2 for a file that cannot be read. */
  readonly exitCode: number;
}

/** Parses, links and checks the files, and those that they include. */
export async function checkFiles(
  files: readonly string[],
  options: IdlOptions & { readonly isColoured?: boolean },
): Promise<Checked> {
  const { diagnostics, unreadable } = await loadAll(files, options);
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  const found = [counted(errors, "error"), counted(diagnostics.length - errors, "warning")].join(", ");
  const lost = unreadable.length === 0 ? "" : `, ${unreadable.length} not read`;
  return {
    findings: diagnostics.map((diagnostic) => showDiagnostic(diagnostic, options.isColoured)),
    failures: unreadable.map(({ message }) => message),
    summary: `${counted(new Set(files).size, "file")}: ${found}${lost}`,
    exitCode: unreadable.length > 0 ? exitCodes.usage : errors > 0 ? exitCodes.finding : 0,
  };
}
