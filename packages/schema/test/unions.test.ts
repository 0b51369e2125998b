import { bool, field, i32, list, string, struct, union } from "@seapink/schema";
import { codecTable } from "@seapink/testing";
import { describe, expect, test } from "vitest";
import { codecIn, modes } from "./modes.ts";

const leaf = (value: number): unknown => ({ field: "leaf", value });
const none = { field: undefined, value: undefined };

describe.each(modes)("%s", (mode) => {
  codecTable("union", {
    ...codecIn(mode, union("U", [field(1, "a", i32), field(2, "b", list(string)), field(3, "c", bool)])),
    ok: [
      [{ field: "a", value: 5 }, "08 0001 00000005 | 00"],
      [{ field: "b", value: ["x"] }, "0f 0002 0b 00000001 00000001 78 | 00"],
      [{ field: "c", value: false }, "02 0003 00 | 00"],
    ],
    alsoDecodes: [
      ["00 # no arm at all", none],
      ["08 0009 00000001 | 00 # an arm of a newer peer", none],
      ["0b 0001 00000000 | 00 # a known id with another type", none],
      ["08 0009 00000001 | 08 0001 00000005 | 00", { field: "a", value: 5 }],
    ],
    badBytes: [
      ["08 0001 00000005 | 02 0003 00 | 00 # two arms", "invalid_data"],
      ["02 0003 00 | 0f 0002 0b 00000000 | 08 0001 00000005 | 00", "invalid_data"],
    ],
    badValues: [
      { field: "d", value: 1 },
      none,
      { field: "a" },
      { field: "a", value: "5" },
      { a: 5 },
      { field: "toString", value: 1 },
      { field: "__proto__", value: 1 },
      { field: ["a"], value: 1 },
      null,
      "a",
    ].map((value) => [value, "invalid_data"]),
  });

  test("with arms that are structs, itself among them", () => {
    const Tree = union("Tree", () => [field(1, "leaf", i32), field(2, "node", Node)]);
    const Node = struct("Node", () => [field(1, "left", Tree), field(2, "right", Tree)]);
    const tree = { field: "node", value: { left: leaf(1), right: { field: "node", value: { left: leaf(2) } } } };
    const codec = codecIn(mode, Tree);
    expect(codec.decode(codec.encode(tree))).toStrictEqual(tree);
  });

  test("without arms reads whatever comes and writes nothing", () => {
    const codec = codecIn(mode, union("Empty", []));
    expect(codec.decode(Uint8Array.of(2, 0, 1, 1, 0))).toStrictEqual(none);
    expect(() => codec.encode({ field: "a", value: 1 })).toThrow('expected the name of a field in "field"');
  });
});
