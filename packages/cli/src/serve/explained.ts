import { fileURLToPath } from "node:url";

/** What went wrong in a script, and where: `Error: no such key (line 12)`. */
export function explained(error: unknown, href?: string): string {
  if (!(error instanceof Error)) return String(error);
  const line = href === undefined ? undefined : lineOf(error.stack ?? "", href);
  // Of an exception of the IDL, an own name is a field.
  const name = Object.hasOwn(error, "name") ? error.constructor.name : error.name;
  const what = error.message === "" || error.message === name ? name : `${name}: ${error.message}`;
  return line === undefined ? what : `${what} (line ${line})`;
}

/** The first that the stack names: by its path, for what is no ES module. */
function lineOf(stack: string, href: string): string | undefined {
  for (const name of [href, fileURLToPath(href)]) {
    const at = stack.indexOf(`${name}:`);
    if (at !== -1) return /^\d+/.exec(stack.slice(at + name.length + 1))?.[0];
  }
  return undefined;
}
