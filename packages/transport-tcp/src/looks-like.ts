/** The first bytes of what connects to a wrong port, in hexadecimal. Thrift's are here to name them, not to read them. */
const beginnings: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/^(474554|504f5354|48454144|505554|4f5054494f4e53|44454c455445|5041544348)20/, "an HTTP request"],
  [/^505249202a20/, "an HTTP/2 preface"],
  [/^1603/, "a TLS hello"],
  [/^5353482d/, "an SSH greeting"],
  [/^8001000[1-4]/, "an unframed message in the binary protocol"],
  [/^82[2468][12]/, "an unframed message in the compact protocol"],
  [/^5b312c22/, "an unframed message in the JSON protocol"],
  [/^.{8}8001000[1-4]/, "a framed message in the binary protocol"],
  [/^.{8}82[2468][12]/, "a framed message in the compact protocol"],
  [/^.{8}5b312c22/, "a framed message in the JSON protocol"],
  [/^.{8}0fff/, "a THeader frame"],
  [/^.{8}1000/, "a TTHeader frame"],
  [/^([2-6][0-9a-f]|7[0-9a-e]|0[9ad]){4,}$/, "text"],
];

const shown = 16;

/** The first bytes in hexadecimal, and what they seem to be: `47 45 54 20 (an HTTP request)`. */
export function looksLike(first: Uint8Array): string {
  if (first.length === 0) return "nothing";
  const pairs = Array.from(first.subarray(0, shown), (byte) => byte.toString(16).padStart(2, "0"));
  const what = beginnings.find(([pattern]) => pattern.test(pairs.join("")))?.[1];
  return `${pairs.join(" ")}${first.length > shown ? " …" : ""}${what === undefined ? "" : ` (${what})`}`;
}
