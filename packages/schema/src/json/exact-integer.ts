/** The most digits of an i64. */
const mostDigits = 19;

/** The integer that a number in JSON such as `1.5e3` is; `undefined` if it is none, or one of more digits than any i64. */
export function exactInteger(number: string): bigint | undefined {
  const [mantissa = "", exponent = "0"] = number.toLowerCase().split("e");
  const [whole = "", fraction = ""] = mantissa.replace("-", "").split(".");
  const digits = whole + fraction;
  const first = firstOther(digits, "0");
  if (first === digits.length) return 0n;
  const last = lastOther(digits, "0");
  const zeros = Number(exponent) - fraction.length + digits.length - last;
  if (zeros < 0 || last - first + zeros > mostDigits) return undefined;
  const value = BigInt(digits.slice(first, last) + "0".repeat(zeros));
  return number.startsWith("-") ? -value : value;
}

function firstOther(text: string, char: string): number {
  let at = 0;
  while (text[at] === char) at++;
  return at;
}

/** The place behind the last one that is not `char`. */
function lastOther(text: string, char: string): number {
  let at = text.length;
  while (text[at - 1] === char) at--;
  return at;
}

const integer = /^(?:0|-?[1-9]\d{0,18})$/;

/** An integer of 64 bits as it is written, in quotes or as a key: without zeros in front; `undefined` if it is none. */
export function parseI64(text: string): bigint | undefined {
  if (!integer.test(text)) return undefined;
  const value = BigInt(text);
  return BigInt.asIntN(64, value) === value ? value : undefined;
}
