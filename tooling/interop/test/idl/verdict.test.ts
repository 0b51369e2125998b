import { expect, test } from "vitest";
import { countsOf, faultsOf, formatCounts, type Verdict } from "../../src/idl/verdict.ts";

const good: Verdict = {
  file: "a.thrift",
  thrift: { outcome: "accepted", reason: "" },
  refusal: undefined,
  printed: "same",
  json: "same",
};
const refused = { outcome: "refused", reason: "no" } as const;
const untried = { printed: "untried", json: "untried" } as const;

const verdicts: readonly Verdict[] = [
  good,
  { ...good, thrift: refused, json: "untried" },
  { ...good, ...untried, refusal: "expected this, got that" },
  { ...good, ...untried, thrift: refused, refusal: "expected this, got that" },
  { ...good, thrift: { outcome: "hung", reason: "" }, json: "untried" },
  { ...good, ...untried, thrift: undefined, refusal: "expected this, got that" },
  { ...good, printed: { differs: "name" }, json: { differs: "doc" } },
];

test("faults are refusals of what the judge accepts, or of what has none, and what is printed otherwise", () => {
  expect(verdicts.map(faultsOf)).toEqual([
    [],
    [],
    ["FAIL a.thrift: refused: expected this, got that"],
    [],
    [],
    ["FAIL a.thrift: refused: expected this, got that"],
    ["FAIL a.thrift: printed: name", "FAIL a.thrift: json: doc"],
  ]);
});

test("counts", () => {
  expect(formatCounts(countsOf(verdicts))).toBe(
    "7 files, 3 accepted by thrift, 4 by ours, 1 by thrift only, 2 by ours only, 1 refused by both, " +
      "1 crashed or hung thrift, 3 printed the same, 1 with the same json",
  );
});
