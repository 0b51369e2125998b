import { printable } from "@seapink/addresses/command";
import type { Entry } from "./gen/filestore.ts";

/** An entry as a line: its size, when it was modified, and its name, with a slash behind a folder's. */
export function entryLine({ name, size, modifiedTime, isDirectory }: Entry): string {
  const shownSize = (isDirectory ? "-" : String(size)).padStart(12);
  return `${shownSize}  ${timeText(modifiedTime)}  ${printable(name)}${isDirectory ? "/" : ""}`;
}

/** A server may say what no calendar has. */
function timeText(seconds: bigint): string {
  const time = new Date(Number(seconds) * 1000);
  return Number.isNaN(time.getTime()) ? `${seconds} s` : time.toISOString().replace(".000", "");
}
