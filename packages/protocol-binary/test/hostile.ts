/** Structs that nobody may send, by the code of the error that reading, skipping and scanning them gives. */
export interface Hostile {
  readonly what: string;
  readonly hex: string;
  readonly code: string;
  /** Where the scanner sees more or less than the reader; `waits`: for bytes that never come. */
  readonly scan?: string;
}

const row = (what: string, hex: string, code: string, scan?: string): Hostile => ({
  what,
  hex,
  code,
  ...(scan === undefined ? {} : { scan }),
});

const largest = "7fffffff";
const smallest = "80000000";
const badTypes = [0, 1, 5, 7, 9, 17, 18, 20, 127, 255].map((type) => type.toString(16).padStart(2, "0"));

/** Field 1 is a string, 2 a list of i32, 3 a map from string to i64, 4 a set of structs, 5 binary, 6 a list of bool. */
export const hostileStructs: readonly Hostile[] = [
  row("a string of -1 bytes", "0b 0001 ffffffff 00", "negative_size"),
  row("a string of -2^31 bytes", `0b 0001 ${smallest} 00`, "negative_size"),
  row("a string of 2^31 - 1 bytes", `0b 0001 ${largest} 61 00`, "invalid_data", "size_limit"),
  row("a string of one byte too many", "0b 0001 00000003 61 00", "invalid_data", "waits"),
  row("binary of -1 bytes", "0b 0005 ffffffff 00", "negative_size"),
  row("binary of 2^31 - 1 bytes", `0b 0005 ${largest} 61 00`, "invalid_data", "size_limit"),
  row("a list of -1 elements", "0f 0002 08 ffffffff 00", "negative_size"),
  row("a list of -2^31 elements", `0f 0002 08 ${smallest} 00`, "negative_size"),
  row("a list of 2^31 - 1 elements", `0f 0002 08 ${largest} 00000000 00`, "invalid_data", "size_limit"),
  row("a list of 2^31 - 1 bools", `0f 0006 02 ${largest} 00 00 00 00`, "invalid_data", "size_limit"),
  row("a list whose bytes are 4 modulo 2^32", "0f 0002 08 40000001 00000000 00", "invalid_data", "size_limit"),
  row("a list of one element too many", "0f 0002 08 00000003 00000000 00000000 00", "invalid_data", "waits"),
  row("a set of 2^31 - 1 structs", `0e 0004 0c ${largest} 00 00 00 00`, "invalid_data", "size_limit"),
  row("a map of -1 entries", "0d 0003 0b 0a ffffffff 00", "negative_size"),
  row("a map of 2^31 - 1 entries", `0d 0003 0b 0a ${largest} 00000000 00`, "invalid_data", "size_limit"),
  row("a map whose bytes are 12 modulo 2^32", "0d 0003 0b 0a 55555556 000000000000", "invalid_data", "size_limit"),
  ...badTypes.flatMap((type) => [
    row(`a list of type ${type}`, `0f 0002 ${type} ${largest} 00 00 00 00`, "invalid_data"),
    row(`a list of one of type ${type}`, `0f 0002 ${type} 00000001 00 00`, "invalid_data"),
    row(`a map from type ${type}`, `0d 0003 ${type} 0a ${largest} 00 00 00 00`, "invalid_data"),
    row(`a map to type ${type}`, `0d 0003 0b ${type} ${largest} 00 00 00 00`, "invalid_data"),
  ]),
  ...badTypes.slice(1).map((type) => row(`a field of type ${type}`, `${type} 0001 00 00 00 00`, "invalid_data")),
];
