import { ProtocolError } from "@seapink/core";
import { codecTable } from "@seapink/testing";

/** Two bytes, big-endian, without a sign. */
function encode(value: number): Uint8Array {
  if (!(value >= 0 && value <= 0xffff)) throw new ProtocolError("invalid_data", `expected u16, got ${value}`);
  return Uint8Array.of(value >> 8, value & 0xff);
}

function decode([high, low, ...rest]: Uint8Array): number {
  if (high === undefined || low === undefined) throw new ProtocolError("invalid_data", "expected two bytes");
  if (rest.length > 0) throw new ProtocolError("size_limit", `expected two bytes, got ${rest.length} more`);
  return (high << 8) | low;
}

codecTable("u16", {
  encode,
  decode,
  ok: [
    [0, "00 00"],
    [258, "01 02 # the high byte comes first"],
  ],
  badValues: [
    [-1, "invalid_data"],
    [65_536, "invalid_data"],
  ],
  badBytes: [
    ["", "invalid_data"],
    ["00 # half of it", "invalid_data"],
    ["00 00 00", "size_limit"],
  ],
});
