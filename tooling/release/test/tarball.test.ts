import { expect, test } from "vitest";
import { entriesOf } from "../src/tarball.ts";

test.each([
  [["."], ["@seapink/idl"]],
  [
    [".", "./node", "./package.json"],
    ["@seapink/idl", "@seapink/idl/node"],
  ],
])("the exports %j can be imported as %j", (subpaths, entries) => {
  expect(entriesOf("@seapink/idl", subpaths)).toEqual(entries);
});
