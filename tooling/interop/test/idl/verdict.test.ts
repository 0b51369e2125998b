import { expect, test } from "vitest";
import { countsOf, faultsOf, formatCounts, notesOf, type Verdict } from "../../src/idl/verdict.ts";

const good: Verdict = {
  file: "a.thrift",
  thrift: { outcome: "accepted", reason: "" },
  refusal: undefined,
  printed: "same",
  json: "same",
};
const refused = { outcome: "refused", reason: "no" } as const;
const untried = { printed: "untried", json: "untried" } as const;

const refusal = { reason: "expected this, got that", isOwn: true };

const verdicts: readonly Verdict[] = [
  good,
  { ...good, thrift: refused, json: "untried" },
  { ...good, ...untried, refusal },
  { ...good, ...untried, thrift: refused, refusal },
  { ...good, thrift: { outcome: "hung", reason: "" }, json: "untried" },
  { ...good, ...untried, thrift: undefined, refusal },
  { ...good, refusal: { ...refusal, isOwn: false } },
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
    [],
    ["FAIL a.thrift: printed: name", "FAIL a.thrift: json: doc"],
  ]);
});

test("what one side alone refuses is told, though it is no fault", () => {
  expect(verdicts.flatMap(notesOf)).toEqual([
    "ours only a.thrift: thrift refused: no",
    "ours only a.thrift: thrift hung",
    "incomplete a.thrift: expected this, got that",
  ]);
});

test("counts", () => {
  expect(formatCounts(countsOf(verdicts))).toBe(
    "8 files, 4 accepted by thrift, 4 by ours, 2 by thrift only (1 of them for want of other files), " +
      "2 by ours only, 1 refused by both, 1 crashed or hung thrift, 4 printed the same, 2 with the same json",
  );
});
