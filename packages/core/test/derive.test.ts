import { type Call, derive, noHeaders } from "@seapink/core";
import { describe, expect, test } from "vitest";

const call: Call = {
  service: "S",
  method: "get",
  kind: "call",
  protocol: undefined,
  headers: noHeaders,
  body: new Uint8Array(0),
  items: undefined,
  interaction: undefined,
  deadline: 100,
  signal: undefined,
  scope: undefined,
  identity: "ada",
};

describe("a derived call", () => {
  test("has what was replaced and what was not, and leaves the first as it was", () => {
    const derived = derive(call, { method: "set", identity: "bob" });
    expect([derived.method, derived.identity, derived.service, derived.deadline]).toStrictEqual([
      "set",
      "bob",
      "S",
      100,
    ]);
    expect([call.method, call.identity]).toStrictEqual(["get", "ada"]);
  });

  test("can have a part taken away", () => {
    const derived = derive(call, { deadline: undefined });
    expect(derived.deadline).toBe(undefined);
    expect(call.deadline).toBe(100);
  });

  test("does not ask for what nobody asks of it", () => {
    let asked = 0;
    const controller = new AbortController();
    const lazy = Object.defineProperty({ ...call }, "signal", { get: () => (asked++, controller.signal) });
    const derived = derive(derive(lazy, { method: "set" }), { headers: new Map([["a", "b"]]) });
    expect(asked).toBe(0);
    expect(derived.signal).toBe(controller.signal);
    expect(asked).toBe(1);
  });

  test("replaces a part that the first call only has a getter for", () => {
    const { signal } = new AbortController();
    const lazy = Object.defineProperty({ ...call }, "signal", { get: () => undefined });
    expect(derive(lazy, { signal }).signal).toBe(signal);
  });

  test("cannot be changed afterwards", () => {
    const derived = derive(call, { method: "set" });
    expect(() => Object.assign(derived, { method: "del" })).toThrow(TypeError);
    expect(derived.method).toBe("set");
  });
});
