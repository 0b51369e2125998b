import { fileURLToPath } from "node:url";

/** How ours is started. */
export function ours(file: URL): readonly [string, ...string[]] {
  return [process.execPath, "--conditions=@seapink/source", fileURLToPath(file)];
}
