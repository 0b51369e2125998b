import { WireType } from "@seapink/core";

/** What the types are called; strings and binary share a name. `uid` is Apache's alone, `flt` fbthrift's. */
const typeNames: Readonly<Partial<Record<number, string>>> = {
  [WireType.bool]: "tf",
  [WireType.i8]: "i8",
  [WireType.i16]: "i16",
  [WireType.i32]: "i32",
  [WireType.i64]: "i64",
  [WireType.double]: "dbl",
  [WireType.float]: "flt",
  [WireType.string]: "str",
  [WireType.struct]: "rec",
  [WireType.map]: "map",
  [WireType.list]: "lst",
  [WireType.set]: "set",
  [WireType.uuid]: "uid",
};

/** By type, the first four bytes of `i32":`, as one word; 0 for what is no type. */
export const nameWords: Int32Array = new Int32Array(256);
/** By type, the words of `:{"i` and `32":`, for fields whose id is one digit. */
export const fieldWords: Int32Array = new Int32Array(256);
export const fieldEnds: Int32Array = new Int32Array(256);
/** By type, how many characters the name has. */
export const nameSizes: Uint8Array = new Uint8Array(256);

// A perfect hash of three bytes of a name and its quote, found by trying.
const multiplier = 318_551;
const hashShift = 28;
const hashedNames = new Int32Array(16);
const hashedTypes = new Uint8Array(16);

for (const [type, name] of Object.entries(typeNames)) {
  const text = `${name}":`;
  const word = wordOf(text);
  const slot = Math.imul(word >>> 8, multiplier) >>> hashShift;
  nameWords[Number(type)] = word;
  fieldWords[Number(type)] = wordOf(`:{"${text}`);
  fieldEnds[Number(type)] = wordOf(text.slice(1));
  nameSizes[Number(type)] = text.length - 2;
  hashedNames[slot] = word >>> 8;
  hashedTypes[slot] = Number(type);
}

/** The first four bytes of a text, or all that there are, as they lie in memory. */
function wordOf(text: string): number {
  return [0, 1, 2, 3].reduce((bits, i) => (bits << 8) | (text.charCodeAt(i) || 0), 0);
}

/** The type whose name these three bytes are: `i32`, or `tf"`, with its quote. 0 if none has it. */
export function typeOfName(bytes: number): number {
  const slot = Math.imul(bytes, multiplier) >>> hashShift;
  return hashedNames[slot] === bytes ? (hashedTypes[slot] as number) : WireType.stop;
}

/** Whether values of this type are written in brackets or braces, which JSON does not allow for keys. */
export function isContainer(type: number): boolean {
  return type >= WireType.struct && type <= WireType.list;
}
