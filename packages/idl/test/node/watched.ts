import { onTestFinished } from "vitest";
import type { Program } from "../../src/index.ts";
import { type FileProvider, fileProvider, type FileProviderOptions } from "../../src/node/index.ts";
import { numberOf } from "../revisions.ts";
import { Folder } from "./folder.ts";

/** Errors, to be waited for. */
class Errors {
  readonly all: unknown[] = [];
  #waiting: (() => void)[] = [];

  readonly onError = (error: unknown): void => {
    this.all.push(error);
    for (const wake of this.#waiting.splice(0)) wake();
  };

  async next(): Promise<unknown> {
    await new Promise<void>((wake) => this.#waiting.push(wake));
    return this.all.at(-1);
  }
}

interface Watched {
  readonly folder: Folder;
  readonly errors: Errors;
  readonly provider: FileProvider;
}

/** A provider of a folder's `main.thrift`; a function gets the folder ready before there is one. */
export async function watched(
  files: Readonly<Record<string, string>>,
  options: FileProviderOptions | ((folder: Folder) => FileProviderOptions) = {},
): Promise<Watched> {
  const folder = new Folder();
  folder.write(files);
  const errors = new Errors();
  const path = folder.join("main.thrift");
  const given = typeof options === "function" ? options(folder) : options;
  const provider = await fileProvider(path, { watch: true, quietMs: 5, onError: errors.onError, ...given });
  onTestFinished(async () => {
    await provider.close();
    folder[Symbol.dispose]();
  });
  return { folder, errors, provider };
}

/** Resolves with the first program of at least this number. */
export async function reached(updates: AsyncIterable<Program>, number: number): Promise<Program | undefined> {
  for await (const program of updates) if (numberOf(program) >= number) return program;
  return undefined;
}

/** How many folders this process watches. */
export function watchers(): number {
  return process.getActiveResourcesInfo().filter((name) => name === "FSEventWrap").length;
}
