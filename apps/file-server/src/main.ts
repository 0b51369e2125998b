import { isatty } from "node:tty";
import { addressForms } from "@seapink/addresses";
import { printable, repeated, runCommand, standardOutput } from "@seapink/addresses/command";
import { Command, InvalidArgumentError } from "commander";
import { withClient } from "./call.ts";
import { cat } from "./cat.ts";
import { entryLine } from "./entry-line.ts";
import { openLocal } from "./local-file.ts";
import { ls } from "./ls.ts";
import { found } from "./missing-file-error.ts";
import { outcomeOf } from "./outcome.ts";
import { progressOn, silent } from "./progress.ts";
import { put } from "./put.ts";
import { serve } from "./serve.ts";

const everywhere = "any://127.0.0.1:9091";
const there = "rocket://127.0.0.1:9091";

interface At {
  readonly at: string;
}

function commands(): Command {
  const program = new Command("file-server").description("Serves the files of a folder over Thrift.").exitOverride();
  addServe(program);
  addStat(program);
  addLs(program);
  addCat(program);
  addPut(program);
  return program;
}

function addServe(program: Command): void {
  program
    .command("serve")
    .description("serve until interrupted")
    .requiredOption("--root <dir>", "the folder whose files are served")
    .option("--listen <address>", `${addressForms}, repeatable (default: ${everywhere})`, repeated)
    .option("--max-open <n>", "files that are open at once", wholeNumber(1), 1024)
    .action(({ root, listen, maxOpen }: { root: string; listen?: readonly string[]; maxOpen: number }) =>
      serve({ root, listen: listen ?? [everywhere], maxOpen }),
    );
}

function addStat(program: Command): void {
  program
    .command("stat <path>")
    .description("print the size of a file, and when it was modified")
    .option("--at <address>", "where the server listens", there)
    .action(async (path: string, { at }: At) => {
      const info = await withClient(at, (client) => found(path, client.stat({ filePath: path })));
      console.log(entryLine({ ...info, name: path, isDirectory: false }));
    });
}

function addLs(program: Command): void {
  program
    .command("ls [path]")
    .description("list what is in a folder")
    .option("--at <address>", "where the server listens", there)
    .action(async (path: string | undefined, { at }: At) => {
      await withClient(at, (client) => ls(client, path ?? ".", standardOutput()));
    });
}

function addCat(program: Command): void {
  program
    .command("cat <path>")
    .description("write a file to standard output")
    .option("--at <address>", "where the server listens", there)
    .option("--offset <n>", "where to begin", wholeNumber(0))
    .option("--bytes <n>", "how many bytes at most", wholeNumber(0))
    .action(async (path: string, { at, offset, bytes }: At & { offset?: number; bytes?: number }) => {
      const onProgress = (total: number) => (isatty(1) ? silent : progressOn(process.stderr, printable(path), total));
      await withClient(at, (client) => cat(client, { path, offset, bytes, to: standardOutput(), onProgress }));
    });
}

function addPut(program: Command): void {
  program
    .command("put <file> <path>")
    .description("write a file on the server, all of it or nothing; FILE - is standard input")
    .option("--at <address>", "where the server listens", there)
    .action(async (file: string, path: string, { at }: At) => {
      using local = await openLocal(file);
      const { chunks, size } = local;
      const progress = progressOn(process.stderr, printable(path), size);
      const { sha256 } = await withClient(at, (client) => put(client, { path, chunks, progress }));
      console.log(`${sha256}  ${printable(path)}`);
    });
}

function wholeNumber(least: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value > Number.MAX_SAFE_INTEGER)
      throw new InvalidArgumentError(`expected at most ${Number.MAX_SAFE_INTEGER}, got ${text}`);
    if (/^\d+$/.test(text) && value >= least) return value;
    throw new InvalidArgumentError(`expected a whole number from ${least}, got ${text}`);
  };
}

await runCommand(commands(), outcomeOf);
