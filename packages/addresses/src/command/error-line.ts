import { printable } from "./printable.ts";

/** More of a message than this says nothing to anybody, whatever a peer sends. */
const mostCharacters = 2_000;

/** What an error says, as one line of a terminal or a log that is never too long. */
export function errorLine(text: string): string {
  if (text.length <= mostCharacters) return printable(text);
  // Half of a character is none.
  return `${printable(text.slice(0, mostCharacters).replace(/[\ud800-\udbff]$/, ""))}…`;
}
