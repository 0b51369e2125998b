import type { Writable } from "node:stream";
import { type Command, CommanderError } from "commander";
import { errorLine } from "./error-line.ts";
import { OutputError } from "./output-error.ts";
import { exitCodes, type Outcome, outcomeOf } from "./outcome.ts";

/**
 * Runs what the process's arguments ask for, and ends the process when all that was printed is written, whatever still
 * runs. A failure is one line on standard error. The command must have been made with `exitOverride()`, and its
 * subcommands after that.
 * @param explain how the command ends with an error, where it knows better than `outcomeOf`
 */
export async function runCommand(
  command: Command,
  explain: (error: unknown) => Outcome | Promise<Outcome> = outcomeOf,
): Promise<never> {
  process.stdout.on("error", onOutputError);
  try {
    await command.parseAsync();
  } catch (error) {
    process.exitCode = error instanceof CommanderError ? usageCode(error) : fail(await explain(error));
  }
  await Promise.all([written(process.stdout), written(process.stderr)]);
  return process.exit();
}

/** Makes an action of a command of a function that returns the exit code; 0 where it returns none. */
export function exiting<Args extends readonly unknown[]>(
  action: (...args: Args) => Promise<number | void>,
): (...args: Args) => Promise<void> {
  return async (...args) => void (process.exitCode = (await action(...args)) ?? 0);
}

/** Whoever read what we print has seen enough; that is no failure. Otherwise all that is done now is for nothing. */
function onOutputError(error: NodeJS.ErrnoException): void {
  process.exit(error.code === "EPIPE" ? 0 : fail(outcomeOf(new OutputError(error))));
}

/** A pipe takes what it has room for, and the rest as somebody reads: what waits then is lost with the process. */
function written(stream: Writable): Promise<unknown> {
  return new Promise((resolve) => stream.write("", resolve));
}

/** Help and the version are no failure. Commander has said what is wrong. */
function usageCode({ exitCode }: CommanderError): number {
  return exitCode === 0 ? 0 : exitCodes.usage;
}

function fail({ message, exitCode, isSafe = false }: Outcome): number {
  console.error(isSafe ? message : errorLine(message));
  return exitCode;
}

/** For an option that may be repeated: all of its values, in order. */
export function repeated(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}
