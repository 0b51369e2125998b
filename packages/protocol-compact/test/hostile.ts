/** Structs that nobody may send, by the code of the error that reading, skipping and scanning them gives. */
export interface Hostile {
  readonly what: string;
  readonly hex: string;
  readonly code: string;
  /** Where the scanner sees more or less than the reader; `waits`: for bytes that never come. */
  readonly scan?: string;
}

const row = (what: string, hex: string, scan?: string): Hostile => ({
  what,
  hex,
  code: "invalid_data",
  ...(scan === undefined ? {} : { scan }),
});

const sizes: readonly (readonly [what: string, hex: string])[] = [
  ["2^31 - 1", "ffffffff07"],
  ["2^32 - 1", "ffffffff0f"],
];

/** Field 1 is a string, 2 a list of i32, 3 a map from string to i64, 4 a set of structs, 5 binary, 6 a list of bool. */
export const hostileStructs: readonly Hostile[] = [
  ...sizes.flatMap(([what, size]) => [
    row(`a string of ${what} bytes`, `18 ${size} 61 00`, "size_limit"),
    row(`binary of ${what} bytes`, `58 ${size} 61 00`, "size_limit"),
    row(`a list of ${what} elements`, `29 f5 ${size} 00000000 00`, "size_limit"),
    row(`a list of ${what} bools`, `69 f1 ${size} 00000000`, "size_limit"),
    row(`a set of ${what} structs`, `4a fc ${size} 00000000`, "size_limit"),
    row(`a map of ${what} entries`, `3b ${size} 86 00000000 00`, "size_limit"),
  ]),
  row("a list whose bytes are 8 modulo 2^32", "29 f7 8180808002 0000000000000000 00", "size_limit"),
  row("a string of one byte too many", "18 03 61 00", "waits"),
  row("a list of one element too many", "29 35 00 00", "waits"),
  row("a map of one entry too many", "3b 02 86 00 00 00", "waits"),
  row("a length of 2^35", "18 8080808080 01 00"),
  row("a size of 2^35", "29 f5 8080808080 01 00"),
  row("a map's size of 2^35", "3b 8080808080 01 86 00"),
  row("an i32 of six bytes", "29 15 8080808080 00 00"),
  row("an i32 of 33 bits", "29 15 ffffffff10 00"),
  row("an i32 that does not end", "29 15 ffffffffffffffff"),
  row("an i64 of eleven bytes", "3b 01 86 00 80808080808080808080 00 00"),
  row("an i64 of 65 bits", "3b 01 86 00 ffffffffffffffffff02 00"),
  row("a field id of 17 bits", "05 808004 00 00"),
  row("a field id of six bytes", "05 8080808080 00 00 00"),
  ...["0", "e", "f"].flatMap((type) => [
    row(`a list of type ${type}`, `29 f${type} ffffffff07 00000000`),
    row(`a list of one of type ${type}`, `29 1${type} 00 00`),
    row(`a map from type ${type}`, `3b ffffffff07 ${type}6 00000000`),
    row(`a map to type ${type}`, `3b ffffffff07 8${type} 00000000`),
    row(`a field of type ${type}`, `1${type} 00 00 00 00`),
  ]),
  row("a stop with a distance of 15", "f0 00 00 00 00"),
  row("a field of type e with its id", "0e 02 00 00 00"),
  row("a field of type f with its id", "0f 02 00 00 00"),
];
