import { deflateSync } from "node:zlib";
import { compile } from "@seapink/idl";
import { bytes, hex } from "@seapink/testing";
import { describe, expect, test } from "vitest";
import { idlNames } from "../../../src/decode/names.ts";
import { shown } from "../shown.ts";

const names = idlNames(
  compile({
    "a.thrift": `
      exception Gone { 1: string path }
      interaction File { stream<string> read(1: i32 lines) }
      service Files { File open(1: string path) throws (1: Gone gone), sink<i32, bool> fill(1: string path) }`,
  }),
  undefined,
);

/** A frame behind its length. */
function frame(text: string): string {
  return bytes(text).length.toString(16).padStart(6, "0") + text;
}

/** Metadata behind its length. */
const withMetadata = frame;

const utf8 = (text: string): string => hex(new TextEncoder().encode(text));
const call = (name: string, kind: string): string =>
  withMetadata(`15 04 18 ${name.length.toString(16).padStart(2, "0")} ${utf8(name)} 15 ${kind} 00`);
const response = withMetadata("7c 1c 00 00 00");
const item = withMetadata("3c 1c 00 00 00");

describe("a conversation", () => {
  test("has the names of arguments and results, by the stream", () => {
    const open = frame(`00000001 1100 ${call("open", "00")} 18 01 61 00`);
    const gone = frame(`00000001 2960 ${response} 1c 18 01 61 00 00`);
    expect(shown(open + gone, { names })).toEqual([
      "0000  REQUEST_RESPONSE, stream 1, METADATA, 24 bytes",
      "000c    metadata: RequestRpcMetadata, in compact-fbthrift",
      "000c      1: i32 protocol = 2",
      '000e      2: string name = "open"',
      "0014      3: i32 kind = 0",
      '0017    payload: arguments of "open", singleRequestSingleResponse, in compact-fbthrift',
      '0017      1: string path = "a"',
      "001b  PAYLOAD, stream 1, METADATA, COMPLETE, NEXT, 20 bytes",
      "0027    metadata: ResponseRpcMetadata, in compact-fbthrift",
      "0027      7: PayloadMetadata payloadMetadata",
      "0028        1: PayloadResponseMetadata responseMetadata = {}",
      "002c    payload: open_result, in compact-fbthrift",
      "002c      1: Gone gone",
      '002d        1: string path = "a"',
    ]);
  });

  test("has items of streams", () => {
    const read = frame(`00000003 1900 00000064 ${call("File.read", "08")} 15 02 00`);
    const line = frame(`00000003 2920 ${item} 08 00 01 61 00`);
    expect(shown(read + line, { names }).slice(-2)).toEqual([
      "0034    payload: read_stream, in compact-fbthrift",
      '0034      0: string success = "a"',
    ]);
  });

  test("tells items of a sink from what ends it", () => {
    const fill = frame(`00000003 1d00 00000064 ${call("fill", "0c")} 18 01 61 00`);
    const number = frame(`00000003 2920 ${item} 05 00 04 00`);
    const end = frame(`00000003 2960 ${item} 01 00 00`);
    const lines = shown(fill + number + end, { names }).map((line) => line.trimStart());
    expect(lines).toContain("0030      0: i32 success = 2");
    expect(lines.slice(-2)).toEqual([
      "0045    payload: fill_final, in compact-fbthrift",
      "0045      0: bool success = true",
    ]);
  });

  test("says that answers have no names without their requests", () => {
    const gone = (stream: string): string => frame(`${stream} 2960 ${response} 1c 18 01 61 00 00`);
    const note = "      some answers have no names: their requests are not in the input";
    const lines = shown(gone("00000001") + gone("00000003"), { names });
    expect(lines.slice(-2)).toEqual(['0029        1: string = "a"', note]);
    expect(lines.filter((line) => line === note)).toHaveLength(1);
    expect(shown(gone("00000001"))).not.toContain(note);
    const open = frame(`00000001 1100 ${call("open", "00")} 18 01 61 00`);
    expect(shown(open + gone("00000001"), { names })).not.toContain(note);
  });

  test("asks for more, cancels, and keeps alive", () => {
    const frames = ["00000001 2000 00000032", "00000001 2400", "00000000 0c80 0000000000000000 6162"].map(frame);
    expect(shown(frames.join(""))).toEqual([
      "0000  REQUEST_N, stream 1, n 50, 10 bytes",
      "000d  CANCEL, stream 1, 6 bytes",
      "0016  KEEP_ALIVE, stream 0, RESPOND, 16 bytes",
      "0027    data: 61 62",
    ]);
  });
});

test("joins fragments, which have no place of their own", () => {
  const first = frame(`00000001 1180 ${call("open", "00")} 18 01`);
  const last = frame("00000001 2800 61 00");
  expect(shown(first + last, { names }).slice(0, 3)).toEqual([
    "0000  REQUEST_RESPONSE, stream 1, METADATA, FOLLOWS, 22 bytes",
    "        11 bytes of metadata and 2 of data; more of this message follows",
    "0019  PAYLOAD, stream 1, 8 bytes",
  ]);
  expect(shown(first + last, { names }).at(-1)).toBe('          1: string path = "a"');
});

test("shows what was compressed", () => {
  const metadata = withMetadata("15 04 18 04 6f70656e 15 00 b5 02 00");
  const data = deflateSync(bytes("18 01 61 00"));
  const lines = shown(frame(`00000001 1100 ${metadata} ${hex(data)}`), { names });
  expect(lines.slice(-2)).toEqual([
    `        payload: arguments of "open", singleRequestSingleResponse, ${data.length} bytes of zlib, in compact-fbthrift`,
    '          1: string path = "a"',
  ]);
});

test.each([
  ["an error of the connection", "00000000 2c00 00000101 6e6f", ['000d    "no"']],
  ["a struct", "00000001 2c00 00000202 18 01 61 00", ['000d      1: string name_utf8 = "a"']],
  ["nothing", "00000001 2c00 00000203", ["0000  ERROR, stream 1, code CANCELED, 10 bytes"]],
])("shows an ERROR with %s", (_, text, expected) => {
  expect(shown(frame(text)).slice(-expected.length)).toEqual(expected);
});

test("reads a frame that has no length", () => {
  expect(shown("00000001 2c00 00000203")).toEqual(["0000  ERROR, stream 1, code CANCELED"]);
});

test.each([
  ["000020 00000001 2400", "expected 32 bytes of a frame, got 6 at 9"],
  ["000006 00000001 2400 0000", "expected the 3 bytes of a length, got 2 at 9"],
  [frame("00000001 1100 000020 15"), "expected 32 more bytes of a frame of 10, got 1 at 12"],
  [frame(`00000001 1100 ${withMetadata("15 04 18 09 61")} 00`), "expected 9 more bytes, got 1 at 16"],
  [frame(`00000001 1100 ${withMetadata("00 00")} 00`), "expected the end of the metadata, got 1 more bytes at 13"],
  [frame("00000000 0500 0001"), "expected 2 more bytes of SETUP, got 0 at 11"],
])("says what is wrong with %s", (text, expected) => {
  expect(shown(text, { as: "rocket" }).at(-1)).toBe(expected);
});
