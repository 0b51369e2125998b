import { access } from "node:fs/promises";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { ApplicationError } from "@seapink/core";
import type { Program } from "@seapink/idl";
import { sampleOf } from "../sample/sample-of.ts";
import { UsageError } from "../usage-error.ts";
import { explained, type Script, scriptOf } from "./script.ts";

/** What the function of a script gets besides the program. */
const tools = Object.freeze({ ApplicationError, sampleOf });

/**
 * Loads a module that answers calls. It exports what `scriptOf` reads, by name or as its default, which may be a
 * function that makes it of the program.
 * @throws UsageError
 */
export async function loadScript(file: string, program: Program): Promise<Script> {
  const { href } = pathToFileURL(resolve(file));
  await access(file).catch((cause: unknown) => {
    throw new UsageError(`--script ${file}: expected a file that can be read, got none`, { cause });
  });
  try {
    const module = (await import(href)) as Readonly<Record<string, unknown>>;
    const exported = "default" in module ? module["default"] : module;
    const made: unknown = typeof exported === "function" ? await exported(program, tools) : exported;
    return scriptOf(made, program, href);
  } catch (cause) {
    const reason = cause instanceof UsageError ? cause.message : explained(cause, href);
    throw new UsageError(`--script ${file}: ${reason}`, { cause });
  }
}
