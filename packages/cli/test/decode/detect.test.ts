import { bytes, hex } from "@seapink/testing";
import { describe, expect, test } from "vitest";
import { decodeBytes } from "../../src/decode/decode-bytes.ts";
import { detect } from "../../src/decode/detect.ts";
import type { Kind } from "../../src/decode/kinds.ts";

const args = "0b 0001 00000001 61 00";
const strict = `80010001 00000003 676574 00000001 ${args}`;
const old = `00000003 676574 01 00000001 ${args}`;
const compact = `8221 01 03676574 1801 61 00`;
const fbthrift = `8222 01 03676574 1801 61 00`;
const json = hex(new TextEncoder().encode('[1,"get",1,1,{"1":{"str":"a"}}]'));
const framed = (text: string): string => bytes(text).length.toString(16).padStart(8, "0") + text;

const rows: readonly (readonly [name: string, as: Kind, protocol: string | undefined, hex: string])[] = [
  ["strict binary", "unframed", "binary", strict],
  ["old binary", "unframed", "binary", old],
  ["compact", "unframed", "compact", compact],
  ["fbthrift's compact", "unframed", "compact-fbthrift", fbthrift],
  ["JSON", "unframed", "json", json],
  ["two messages", "unframed", "binary", strict + strict],
  ["framed binary", "framed", "binary", framed(strict)],
  ["framed old binary", "framed", "binary", framed(old)],
  ["framed compact", "framed", "compact", framed(compact)],
  ["framed JSON", "framed", "json", framed(json)],
  ["two frames", "framed", "binary", framed(strict) + framed(compact)],
  ["THeader", "theader", undefined, framed(`0fff 0000 00000001 0001 00000000 ${strict}`)],
  ["TTHeader", "ttheader", undefined, framed(`1000 0000 00000001 0001 00000000 ${strict}`)],
  ["frames of Rocket", "rocket", undefined, "000006 00000005 2400 000011 00000000 0c80 0000000000000000 616263"],
  ["a frame of Rocket", "rocket-frame", undefined, "01000005 2400"],
  ["a binary struct", "struct", "binary", args],
  ["a compact struct", "struct", "compact", "1801 61 00"],
  ["a JSON struct", "struct", "json", hex(new TextEncoder().encode('{"1":{"str":"a"}}'))],
  ["an empty struct", "struct", "binary", "00"],
];

describe.each(rows)("%s", (_, as, protocol, text) => {
  test("is known by how it looks", () => {
    const decoded = decodeBytes(bytes(text));
    expect(decoded).toMatchObject({ as, error: undefined });
    const [first] = decoded.parts;
    const message = first?.facts["protocol"] === undefined ? first?.parts[0] : first;
    if (protocol !== undefined) expect(message?.facts["protocol"]).toBe(protocol);
  });

  test("is read as it is told to, too", () => {
    expect(decodeBytes(bytes(text), { as })).toMatchObject({ as, error: undefined });
  });
});

test.each([
  ["strict binary", "8001 00", "unframed"],
  ["a frame", `00000020 ${strict.slice(0, 20)}`, "framed"],
  ["a binary struct", "0c 0001 0b 0001 00000010 6162", "struct"],
  ["a compact struct", "1c 18 10 6162", "struct"],
  ["frames of Rocket", "000006 00000005 2400 000010 00000005 2400", "rocket"],
  ["THeader", "00000020 0fff 00", "theader"],
])("knows %s that ends early", (_, text, as) => {
  expect(detect(bytes(text))).toBe(as);
});
