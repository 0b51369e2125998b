import { addressSchemes } from "@seapink/addresses/notation";
import type { Argument, Command, Option } from "commander";

/**
 * What may stand somewhere: files, folders, methods of services, of interactions (`step`), or any names of the IDL, one
 * of some words, or anything. Something follows at once on a word that ends in a slash.
 */
export type Completed = "file" | "dir" | "method" | "step" | "name" | "none" | readonly string[];

export interface CompletedOption {
  /** `-I` and `--include`. */
  readonly flags: readonly string[];
  readonly description: string;
  /** What follows it, if anything does. */
  readonly value: Completed | undefined;
}

export interface CompletedCommand {
  readonly name: string;
  readonly description: string;
  readonly options: readonly CompletedOption[];
  readonly arguments: readonly Completed[];
  /** Whether the last argument may be repeated. */
  readonly isVariadic: boolean;
}

/** A command with its subcommands, as the parser has them; what it takes itself is the first, without a name. */
export function completedCommands(program: Command): readonly [CompletedCommand, ...CompletedCommand[]] {
  const help = program.createHelp();
  const subcommands = help.visibleCommands(program);
  const words = subcommands.map((command) => command.name());
  const completed = (command: Command): CompletedCommand => ({
    name: command.name(),
    description: help.subcommandDescription(command),
    options: help.visibleOptions(command).map(completedOption),
    arguments: command.registeredArguments.map((one) => ofArgument(one, words)),
    isVariadic: command.registeredArguments.at(-1)?.variadic ?? false,
  });
  return [{ ...completed(program), name: "", arguments: [words] }, ...subcommands.map(completed)];
}

function completedOption(option: Option): CompletedOption {
  const takesValue = option.required || option.optional;
  return {
    flags: [option.short, option.long].filter((flag) => flag !== undefined),
    description: option.description,
    value: takesValue ? (option.argChoices ?? ofName(/[<[]([^\]>]+)/.exec(option.flags)?.[1] ?? "")) : undefined,
  };
}

function ofArgument(argument: Argument, commands: readonly string[]): Completed {
  if (argument.argChoices !== undefined) return argument.argChoices;
  return argument.name() === "command" ? commands : ofName(argument.name());
}

/** By what it is called in the usage. */
function ofName(name: string): Completed {
  const words = name.toLowerCase().split(/\W+/);
  if (words.includes("address")) return addressSchemes;
  if (words.includes("method") && words.includes("json")) return "step";
  return (["file", "dir", "method", "name"] as const).find((kind) => words.includes(kind)) ?? "none";
}
