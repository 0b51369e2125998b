import { expect, test } from "vitest";
import { describe } from "../src/describe.ts";
import { loadServices } from "../src/services.ts";

const described = describe(await loadServices());

test("says what peers must know of a method", () => {
  expect(described.services["ThriftTest"]).toMatchObject({
    wireName: "ThriftTest",
    module: "thrift_test",
    methods: {
      testInsanity: {
        args: [{ name: "argument", type: ["struct", "Insanity"] }],
        returns: ["map", "i64", ["map", "i32", ["struct", "Insanity"]]],
        throws: [],
        oneway: false,
      },
      testMultiException: { throws: ["Xception", "Xception2"] },
      testOneway: { returns: null, oneway: true },
    },
  });
});

test("includes inherited methods, and the older name of a newer service", () => {
  expect(described.services["Lab"]?.methods["add"]?.returns).toBe("i64");
  expect(described.services["LabNext"]).toMatchObject({ wireName: "Lab", module: "lab" });
});

test("describes each struct once, those inside others and itself included", () => {
  expect(described.structs["Thing"]?.fields).toContainEqual({ name: "things", type: ["list", ["struct", "Thing"]] });
  expect(described.structs["Either"]).toMatchObject({ module: "lab" });
  expect(described.structs["Declared"]?.fields.map(({ name }) => name)).toEqual(["code", "reason", "where"]);
});
