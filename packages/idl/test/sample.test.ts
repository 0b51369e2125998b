import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { KeyValue, NotFoundError, Order } from "./sample.ts";

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), "utf8");

test("the sample of the README is this one, and gives descriptors", () => {
  expect(read("../README.md")).toContain(read("sample.ts"));
  expect([...KeyValue.methods.keys()]).toEqual(["get", "set"]);
  expect(new NotFoundError({ key: "k" })).toMatchObject({ name: "NotFoundError", key: "k" });
  expect(Order.fields[0]?.default).toEqual({ cents: 100n });
});
