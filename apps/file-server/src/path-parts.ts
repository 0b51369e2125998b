import { missing, refused } from "./path-error.ts";
import { isTemporaryName } from "./temporary-name.ts";

/** What Linux takes. */
const maxPathBytes = 4096;
const maxNameBytes = 255;

/**
 * The names in a path, from the served folder on; none for the folder itself, `.`. Names are taken as they are:
 * `%2e%2e` is a name like others.
 * @throws PathError for a path that could leave the folder, or that no system takes
 */
export function pathParts(path: string): readonly string[] {
  const wrong = wrongWith(path);
  if (wrong !== undefined) throw refused(path, wrong);
  const parts = path.split("/").filter((part) => part !== "" && part !== ".");
  if (parts.includes("..")) throw refused(path, "expected a path without ..");
  if (parts.some(isTemporaryName)) throw refused(path, "expected another name: such are files that are being written");
  if (parts.some((part) => Buffer.byteLength(part) > maxNameBytes)) throw missing(path);
  return parts;
}

function wrongWith(path: string): string | undefined {
  if (path === "") return "expected a path, got an empty one";
  if (path.includes("\0")) return "expected a path without NUL";
  if (path.includes("\\")) return "expected a path without backslashes";
  if (path.startsWith("/")) return "expected a path from the served folder on, got an absolute one";
  const size = Buffer.byteLength(path);
  return size > maxPathBytes ? `expected a path of at most ${maxPathBytes} bytes, got ${size}` : undefined;
}
