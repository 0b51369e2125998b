import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { cases } from "../src/cases/cases.ts";
import { combinations, dialectName } from "../src/combination.ts";
import { parseKnownFailures, type Place } from "../src/known-failures.ts";
import { peers } from "../src/peers/peers.ts";

const one = (line: string): ReturnType<typeof parseKnownFailures>[number] => {
  const [failure] = parseKnownFailures(line);
  if (failure === undefined) throw new Error("expected a line, got none");
  return failure;
};

const place: Place = ["py", "server", "framed+tls", "json", "see/list<a.b>"];

test.each([
  ["py server framed+tls json see/list<a.b>: why", true],
  ["* * * * *: why", true],
  ["py * *+tls json|compact see/*: why", true],
  ["py server framed json see/list<a.b>: why", false],
  ["py client framed+tls json see/list<a.b>: why", false],
  ["py server framed+tls json see/list<aXb>: why", false],
  ["py server framed+tls json see: why", false],
  ["p|y server framed+tls json *: why", false],
])("%s: is its case met: %s", (line, isMet) => {
  expect(one(line).matches(...place)).toBe(isMet);
});

test("keeps the reason, and the number of the line behind comments and empty lines", () => {
  expect(one("# a comment\n\n  a b c d e: it loses: everything  \n")).toMatchObject({
    line: 3,
    reason: "it loses: everything",
  });
});

test.each(["a b c d e", "a b c d: no case", "a b c d e:", "a b c d e f: too many words"])("refuses %j", (line) => {
  expect(() => parseKnownFailures(`# ok\n${line}`)).toThrow(
    /^line 2: expected "peer role dialect protocol case: reason"/,
  );
});

const known = parseKnownFailures(readFileSync(new URL("../known-failures.txt", import.meta.url), "utf8"));

test.each(known.map((failure) => [failure.line, failure] as const))("line %i of ours has a case", (_, failure) => {
  const places = peers.flatMap(({ name }) =>
    ["server", "client"].flatMap((role) =>
      combinations.flatMap((combination) =>
        cases.map((asked): Place => [name, role, dialectName(combination), combination.protocol, asked.name]),
      ),
    ),
  );
  expect(places.some((words) => failure.matches(...words))).toBe(true);
});
