import { successOf } from "@seapink/schema";
import { expect, test } from "vitest";
import { cases } from "../src/cases/cases.ts";
import { fieldsFromPlain, fromPlain } from "../src/from-plain.ts";
import { loadServices, methodOf } from "../src/services.ts";

const services = await loadServices();

test("no two cases have one name, and none has a space or a colon", () => {
  const names = cases.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => /[\s:|*]/.test(name))).toEqual([]);
});

test.each(cases.map((one) => [one.name, one] as const))("%s fits the IDL", (_, one) => {
  const { service, method, args, together = [args], expected } = one;
  const { args: parameters, result } = methodOf(services, service, method);
  for (const each of together) expect(() => fieldsFromPlain(parameters.fields, each)).not.toThrow();
  const success = successOf(result);
  if ("returns" in expected && success) expect(() => fromPlain(success.type, expected.returns)).not.toThrow();
  if ("returns" in expected) expect(expected.returns === null).toBe(success === undefined);
  if ("throws" in expected) {
    const declared = result.fields.map(({ type }) => (type.kind === "exception" ? type.name : undefined));
    expect(declared).toContain(expected.throws);
  }
});

test("each method of each service is called", () => {
  const called = new Set(cases.map(({ service, method }) => `${service}.${method}`));
  const all = Array.from(services, ([name, { type }]) =>
    Array.from(type.methods.keys(), (method) => `${name}.${method}`),
  );
  expect(all.flat().filter((name) => !called.has(name))).toEqual([]);
});
