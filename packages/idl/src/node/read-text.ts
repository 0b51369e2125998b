import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { tooLarge } from "../file-size.ts";
import { IdlError } from "../idl-error.ts";

/**
 * The text of a regular file, `undefined` for a folder. A pipe or a device is not opened: it may have no end.
 * @throws IdlError
 */
export async function readText(path: string, most: number): Promise<string | undefined> {
  const found = await stat(path);
  if (found.isDirectory()) return undefined;
  if (!found.isFile()) {
    throw new IdlError("missing_file", `expected a regular file, got something else at ${path}`, { file: path });
  }
  // The size is not asked for: some files do not know theirs, and others grow.
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of createReadStream(path, { end: most }) as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    chunks.push(chunk);
  }
  if (size > most) throw tooLarge(path, most);
  return Buffer.concat(chunks).toString("utf8");
}
