const escapes: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ['"', '"'],
  ["'", "'"],
  ["\\", "\\"],
]);

/** More digits than any number of 64 bits has; beyond, reading them would cost more than time in proportion. */
const longestInteger = 100;

/** A string without its quotes, and with its escapes replaced; `unknown` is told of a backslash that means nothing. */
export function cookString(raw: string, unknown: (at: number) => void): string {
  const isClosed = raw.length > 1 && raw.endsWith(raw[0] as string);
  const inner = raw.slice(1, isClosed ? -1 : undefined);
  if (!inner.includes("\\")) return inner;
  return inner.replaceAll(/\\([^])/g, (pair, letter: string, at: number) => {
    const cooked = escapes.get(letter);
    if (cooked === undefined) unknown(at + 1);
    return cooked ?? pair;
  });
}

/** The value of an integer; `undefined` if it is out of all proportion. */
export function cookInteger(raw: string): bigint | undefined {
  if (raw.length > longestInteger) return undefined;
  const isSigned = raw.startsWith("-") || raw.startsWith("+");
  const value = BigInt(isSigned ? raw.slice(1) : raw);
  return raw.startsWith("-") ? -value : value;
}

/** A doc comment without its stars; `undefined` if nothing is left. */
export function cookDoc(inner: string): string | undefined {
  const lines = inner.split("\n").map((line) => line.replace(/^\s*\*+ ?/, "").trimEnd());
  const text = lines.join("\n").trim();
  return text === "" ? undefined : text;
}
