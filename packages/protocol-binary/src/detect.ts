import { type Detection, isMessageType } from "@seapink/core";

/** What an old header may claim for the name's length and still be taken for one: the default limit of the reader. */
const longestName = 1024;

/** Whether bytes begin a message (§ message): 0x8001, an unused byte, the type. */
export function detect(first: Uint8Array, acceptOld: boolean): Detection {
  if (first[0] === undefined) return "more";
  if (first[0] === 0x80) return detectStrict(first);
  return acceptOld ? detectOld(first) : "no";
}

function detectStrict(first: Uint8Array): Detection {
  if (first.length > 1 && first[1] !== 0x01) return "no";
  return detectType(first[3]);
}

// The old form has no mark of its own: a short length, that many characters of a name, and a type. A frame's length
// before a JSON message looks like it up to the first bracket.
function detectOld(first: Uint8Array): Detection {
  if (first[0] !== 0 || (first[1] ?? 0) !== 0) return "no";
  if (first.length < 4) return "more";
  const size = ((first[2] as number) << 8) | (first[3] as number);
  if (size === 0 || size > longestName) return "no";
  return first.subarray(4, 4 + size).every(isNameByte) ? detectType(first[4 + size]) : "no";
}

function detectType(type: number | undefined): Detection {
  if (type === undefined) return "more";
  return isMessageType(type) ? "yes" : "no";
}

// Identifiers, and what joins a service's name to a method's.
function isNameByte(byte: number): boolean {
  return /[\w.:$/-]/.test(String.fromCharCode(byte));
}
