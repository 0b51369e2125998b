import { printable } from "@seapink/addresses/command";

/**
 * Prints text on standard output. What others wrote must not be able to steer a terminal; in JSON it means the same when it
 * is escaped.
 */
export function printLines(text: string): void {
  console.log(text.split("\n").map(printable).join("\n"));
}
