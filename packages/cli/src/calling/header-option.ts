import { InvalidArgumentError } from "commander";

/** For `-H 'key: value'`, which may be repeated with another key. A key may begin with a colon, as Seapink's own do. */
export function headerOption(text: string, before: ReadonlyMap<string, string> = new Map()): Map<string, string> {
  const colon = text.indexOf(":", 1);
  const key = text.slice(0, Math.max(0, colon)).trim().toLowerCase();
  if (key === "" || key === ":") throw new InvalidArgumentError("Expected 'key: value'.");
  if (before.has(key)) throw new InvalidArgumentError(`Expected ${key} once.`);
  return new Map([...before, [key, text.slice(colon + 1).trim()]]);
}
