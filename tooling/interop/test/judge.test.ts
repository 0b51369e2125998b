import { exception, field, i32, list, map, method, string, struct } from "@seapink/schema";
import { expect, test } from "vitest";
import type { Came, Case, Expected } from "../src/case.ts";
import { judge } from "../src/judge.ts";

const thing = struct("Thing", [field(1, "numbers", list(i32)), field(2, "names", map(string, i32))]);
const seen = struct("Seen", [field(1, "value", thing), field(2, "text", string)]);
const broken = exception("Broken", [field(1, "code", i32)]);
const methods = {
  get: method("get", { returns: thing, throws: [field(1, "broken", broken)] }),
  see: method("see", { returns: seen }),
  count: method("count", { returns: i32 }),
  note: method("note", { kind: "oneway" }),
};

function judged(name: keyof typeof methods, expected: Expected, came: Came, ms = 1): string | undefined {
  const asked: Case = { name, service: "S", method: name, args: {}, expected };
  return judge(asked, { ...came, ms }, methods[name]);
}

const value = {
  numbers: [1, 2],
  names: [
    ["a", 1],
    ["b", 2],
  ],
};
const turned = {
  names: [
    ["b", 2],
    ["a", 1],
  ],
  numbers: [1, 2],
};
const other = { numbers: [1, 3], names: [] };

test.each<[keyof typeof methods, Expected, Came]>([
  ["get", { returns: value }, { returned: turned }],
  ["see", { sees: value }, { returned: { value: turned, text: JSON.stringify(turned) } }],
  ["get", { throws: "Broken", value: { code: 1 } }, { threw: "Broken", value: { code: 1 } }],
  ["get", { fails: 6 }, { failed: 6, message: "whatever" }],
  ["count", { returnsEach: [1, 2] }, { returned: [1, 2] }],
  ["note", { returns: null }, { returned: null }],
  ["note", { sentWithinMs: 1 }, { returned: null }],
])("%s passes where %j comes as %j", (name, expected, came) => {
  expect(judged(name, expected, came)).toBeUndefined();
});

test.each<[keyof typeof methods, Expected, Came, string]>([
  [
    "get",
    { returns: value },
    { returned: other },
    'expected {"numbers":[1,2],"names":[["a",1],["b",2]]}, got {"numbers":[1,3],"names":[]}',
  ],
  ["get", { returns: value }, { returned: { numbers: "1" } }, 'got {"numbers":"1"}'],
  ["get", { returns: value }, { threw: "Broken", value: {} }, "expected get to return, it threw Broken"],
  ["get", { returns: value }, { broken: "Error: closed" }, "Error: closed"],
  ["see", { sees: value }, { returned: { value: other, text: JSON.stringify(value) } }, "came back changed: expected"],
  [
    "see",
    { sees: value },
    { returned: { value, text: JSON.stringify(other) } },
    "the server saw something else: expected",
  ],
  ["see", { sees: value }, { returned: { value } }, "expected the value and its text, got"],
  ["see", { sees: value }, { returned: 1 }, "expected the value and its text, got 1"],
  ["get", { throws: "Broken", value: { code: 1 } }, { threw: "Broken", value: { code: 2 } }, 'got {"code":2}'],
  [
    "get",
    { throws: "Broken", value: { code: 1 } },
    { threw: "Other", value: { code: 1 } },
    "to throw Broken, it threw Other",
  ],
  [
    "get",
    { fails: 6 },
    { failed: 0, message: "no" },
    "to fail with system error 6, it failed with system error 0 (no)",
  ],
  ["get", { fails: 6 }, { returned: value }, "to fail with system error 6, it returned {"],
  ["count", { returnsEach: [1, 2] }, { returned: [2, 1] }, "expected [1,2], got [2,1]"],
  ["note", { returns: null }, { returned: 1 }, "expected null, got 1"],
])("%s fails where %j comes as %j", (name, expected, came, reason) => {
  expect(judged(name, expected, came)).toContain(reason);
});

test("a oneway call that waits for its answer fails", () => {
  expect(judged("note", { sentWithinMs: 500 }, { returned: null }, 1000)).toBe(
    "expected to return within 500 ms, took 1000 ms",
  );
});

test("shows where two long texts part", () => {
  const long = "x".repeat(1000);
  const reason = judged("see", { returns: { text: `${long}a` } }, { returned: { text: `${long}b` } });
  expect(reason).toMatch(/^expected …x+a"}, got …x+b"}$/);
  expect(reason?.length).toBeLessThan(200);
});
