/** What the commands of programs with addresses share: how they run, end, log, and stop in order. */
export { describe } from "./describe.ts";
export { errorLine } from "./error-line.ts";
export { OutputError } from "./output-error.ts";
export { exitCodes, type Outcome, outcomeOf } from "./outcome.ts";
export { printable } from "./printable.ts";
export { type Report, reportTo } from "./report.ts";
export { exiting, repeated, runCommand } from "./run-command.ts";
export { type Output, standardOutput } from "./standard-output.ts";
export { serveUntilStopped, type ServeUntilStoppedOptions } from "./serve-until-stopped.ts";
export { untilStopped } from "./until-stopped.ts";
