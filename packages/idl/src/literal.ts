import { isDigit, zero } from "./character.ts";
import type { IdlDialect } from "./dialect.ts";

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

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * A string without its quotes, and with its escapes replaced as the dialect has them; `unknown` is told of a backslash
 * that means nothing, and how much with it.
 */
export function cookString(raw: string, unknown: (at: number, length: number) => void, dialect?: IdlDialect): string {
  const isClosed = raw.length > 1 && raw.endsWith(raw[0] as string);
  const inner = raw.slice(1, isClosed ? -1 : undefined);
  if (!inner.includes("\\")) return inner;
  if (dialect === "thriftgo")
    return inner.replaceAll(/\\([^])/g, (pair, letter) => (letter === raw[0] ? letter : pair));
  const pairs = dialect === "fbthrift" ? /(?:\\x[\dA-Fa-f]{2})+|\\u[\dA-Fa-f]{4}|\\\r?\n|\\([^])/g : /\\([^])/g;
  return inner.replaceAll(pairs, (text: string, letter: string | undefined, at: number) => {
    const cooked = letter === undefined ? cookCode(text) : escapes.get(letter);
    if (cooked === undefined) unknown(at + 1, text.length);
    return cooked ?? text;
  });
}

/** What fbthrift has besides: bytes of UTF-8, a UTF-16 unit, and the end of a line, which is left out. */
function cookCode(text: string): string | undefined {
  if (text.endsWith("\n")) return "";
  if (text.startsWith("\\u")) return String.fromCharCode(Number.parseInt(text.slice(2), 16));
  const bytes = text.split("\\x").slice(1);
  try {
    return decoder.decode(Uint8Array.from(bytes, (byte) => Number.parseInt(byte, 16)));
  } catch {
    return undefined;
  }
}

/** The digits that stand there, as one string for all places if they are few. */
export function cutDigits(text: string, start: number, end: number): string {
  if (end - start > 3) return text.slice(start, end);
  let value = 0;
  for (let at = start; at < end; at++) value = value * 10 + text.charCodeAt(at) - zero;
  const known = smallTexts[value];
  // Signs, and zeros in front, are others.
  return known !== undefined && known.length === end - start && text.startsWith(known, start)
    ? known
    : text.slice(start, end);
}

/** Why an integer has no value: it is out of all proportion, or has digits that its base has not. */
export type BadInteger = "too long" | "not octal";

/** The value of an integer. */
export function cookInteger(raw: string, isOctal = false): bigint | BadInteger {
  const first = raw.charCodeAt(0);
  if (raw.length < 4 && first > zero && isDigit(first)) return cookDigits(raw);
  if (raw.length > longestInteger) return "too long";
  const isSigned = raw.startsWith("-") || raw.startsWith("+");
  const digits = isSigned ? raw.slice(1) : raw;
  const value = isOctal && /^0\d/.test(digits) ? cookOctal(digits) : cookDigits(digits);
  return raw.startsWith("-") && typeof value === "bigint" ? -value : value;
}

/** Most integers are ids: of those of up to three digits there is one each. */
const smallIntegers = Array.from({ length: 1000 }, (_, value) => BigInt(value));
const smallTexts = Array.from({ length: 1000 }, (_, value) => String(value));

// Short ones fit a number, by way of which it takes a third of the time; both know the letters of other bases.
function cookDigits(digits: string): bigint {
  if (digits.length > 15) return BigInt(digits);
  const value = Number(digits);
  return smallIntegers[value] ?? BigInt(value);
}

function cookOctal(digits: string): bigint | BadInteger {
  return /^[0-7]+$/.test(digits) ? BigInt(`0o${digits}`) : "not octal";
}
