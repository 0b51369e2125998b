import { type Command, InvalidArgumentError, Option } from "commander";
import { durationMs } from "../duration.ts";
import type { IdlOptions } from "../idl-options.ts";
import { headerOption } from "./header-option.ts";

/** The options of every command that calls a method, as the parser gives them. */
export interface CallOptions extends IdlOptions {
  readonly idl: string;
  readonly header?: ReadonlyMap<string, string>;
  /** In milliseconds. */
  readonly timeout: number;
}

/**
 * Adds `--idl`, `-H` and `--timeout`.
 * @param waits what is waited for
 */
export function addCallOptions(command: Command, waits: string): Command {
  return command
    .option("--idl <file>", "the IDL of the service")
    .hook("preAction", expectIdl)
    .option("-H, --header <'key: value'>", "sent with each call; repeatable", headerOption)
    .addOption(timeOption("--timeout <time>", waits).default(10_000, "10s"));
}

// A required option would be missed before the arguments are, of which there are more.
function expectIdl(command: Command): void {
  const { idl } = command.opts<Partial<CallOptions>>();
  if (idl === undefined) command.error("error: required option '--idl <file>' not specified");
}

/** One that is a time, in milliseconds. */
export function timeOption(flags: string, description: string): Option {
  return new Option(flags, description).argParser((text) => {
    try {
      return durationMs(text);
    } catch (error) {
      throw new InvalidArgumentError(error instanceof Error ? error.message : String(error));
    }
  });
}
