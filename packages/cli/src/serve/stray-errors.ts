import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { printable, reportTo } from "@seapink/addresses/command";
import { explained } from "./script.ts";

/**
 * As long as a script is in use, what it throws where nobody can catch it (in a timer, in a promise that nobody takes) is
 * a line on standard error, and not the end of the server.
 */
export function strayErrors(file: string): Disposable {
  const { href } = pathToFileURL(resolve(file));
  const report = reportTo((line) => console.error(line));
  const say = (error: unknown): void => report.line(printable(`${file}: unhandled: ${explained(error, href)}`));
  process.on("uncaughtException", say).on("unhandledRejection", say);
  return {
    [Symbol.dispose]() {
      process.off("uncaughtException", say).off("unhandledRejection", say);
      report.flush();
    },
  };
}
