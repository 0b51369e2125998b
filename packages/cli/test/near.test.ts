import { expect, test } from "vitest";
import { didYouMean } from "../src/near.ts";

const names = ["get", "set", "openAndStat", "delete"];

test.each([
  ["gett", " (did you mean get?)"],
  ["det", " (did you mean get or set?)"],
  ["OpenAndStat", " (did you mean openAndStat?)"],
  ["openStat", " (did you mean openAndStat?)"],
  ["somethingElse", ""],
  ["", ""],
])("hints for %j: %j", (name, hint) => {
  expect(didYouMean(name, names)).toBe(hint);
});

test("names three at the most", () => {
  expect(didYouMean("aaaaaaa", ["aaaaabb", "aaaaaab", "aaaaaac", "aaaaaac", "aaaaaad", "aaaaaae"])).toBe(
    " (did you mean aaaaaab or aaaaaac or aaaaaad?)",
  );
});
