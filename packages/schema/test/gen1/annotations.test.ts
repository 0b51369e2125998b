import { annotations } from "@seapink/schema/gen1";
import { expect, test } from "vitest";
import { ColorType, Item } from "./shop.ts";

test("annotations are keys with all of their values", () => {
  expect(annotations()).toStrictEqual(new Map());
  expect(annotations(["a", "1", "2"], ["__proto__", ""])).toStrictEqual(
    new Map([
      ["a", ["1", "2"]],
      ["__proto__", [""]],
    ]),
  );
});

test("descriptors carry them", () => {
  expect([...Item.annotations.keys()]).toEqual(["a", "b"]);
  expect(Item.fields[0]?.annotations.get("api.query")).toEqual(["q", "name"]);
  expect(Item.fields[1]?.annotations.size).toBe(0);
  expect(ColorType.annotations.get("paint")).toEqual(["oil"]);
});
