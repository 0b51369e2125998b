import { type Command, CommanderError } from "commander";
import { OutputError } from "./output-error.ts";
import { type Outcome, outcomeOf } from "./outcome.ts";

/**
 * Runs what the process's arguments ask for, and sets its exit code. A failure is one line on standard error. The
 * command must have been made with `exitOverride()`, and its subcommands after that.
 * @param explain how the command ends with an error, where it knows better than `outcomeOf`
 */
export async function runCommand(command: Command, explain: (error: unknown) => Outcome = outcomeOf): Promise<void> {
  process.stdout.on("error", onOutputError);
  try {
    await command.parseAsync();
    process.exitCode ??= 0;
  } catch (error) {
    process.exitCode = error instanceof CommanderError ? usageCode(error) : fail(explain(error));
  }
}

/** Whoever read what we print has seen enough; that is no failure. Otherwise all that is done now is for nothing. */
function onOutputError(error: NodeJS.ErrnoException): void {
  process.exit(error.code === "EPIPE" ? 0 : fail(outcomeOf(new OutputError(error))));
}

/** Help and the version are no failure. Commander has said what is wrong. */
function usageCode({ exitCode }: CommanderError): number {
  return exitCode === 0 ? 0 : 2;
}

function fail({ message, exitCode }: Outcome): number {
  console.error(message);
  return exitCode;
}

/** For an option that may be repeated: all of its values, in order. */
export function repeated(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}
