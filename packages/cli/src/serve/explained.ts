/** What went wrong in a script, and where: `Error: no such key (line 12)`. */
export function explained(error: unknown, href?: string): string {
  if (!(error instanceof Error)) return String(error);
  const line = href === undefined ? undefined : lineOf(error.stack ?? "", href);
  const what = error.message === "" || error.message === error.name ? error.name : `${error.name}: ${error.message}`;
  return line === undefined ? what : `${what} (line ${line})`;
}

/** The first that the stack names. */
function lineOf(stack: string, href: string): string | undefined {
  const at = stack.indexOf(`${href}:`);
  return at === -1 ? undefined : /^\d+/.exec(stack.slice(at + href.length + 1))?.[0];
}
