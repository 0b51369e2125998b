import { framed, unframed } from "@seapink/dialect-classic";
import { binary } from "@seapink/protocol-binary";
import { describe, expect, test } from "vitest";

describe.each([
  ["framed", framed],
  ["unframed", unframed],
])("%s", (_, dialect) => {
  test.each<[what: string, options: unknown, message: string]>([
    ["no options", undefined, "protocols: expected an array such as [binary()], got undefined"],
    ["none in the options", {}, "protocols: expected an array such as [binary()], got undefined"],
    ["one that is in no list", { protocols: binary() }, "protocols: expected an array such as [binary()], got object"],
    [
      "one that was not called",
      { protocols: [binary] },
      "protocols[0]: expected a protocol such as binary(), got function",
    ],
    ["a name", { protocols: [binary(), "x"] }, 'protocols[1]: expected a protocol such as binary(), got string "x"'],
    [
      "nothing",
      { protocols: [undefined, binary()] },
      "protocols[0]: expected a protocol such as binary(), got undefined",
    ],
    ["another object", { protocols: [{}] }, "protocols[0]: expected a protocol such as binary(), got object"],
  ])("refuses %s for protocols", (_, options, message) => {
    expect(() => dialect(options as never)).toThrow(new TypeError(message));
  });
});
