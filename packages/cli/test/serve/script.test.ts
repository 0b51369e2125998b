import { compile } from "@seapink/idl";
import type { Context } from "@seapink/rpc";
import { expect, test } from "vitest";
import type { MethodOwner } from "../../src/serve/method-owner.ts";
import { scriptOf } from "../../src/serve/script.ts";
import { UsageError } from "../../src/usage-error.ts";

const program = compile({
  "all.thrift": `
    include "base.thrift"
    interaction Cursor { string next() }
    interaction Draft { void add() }
    service Store extends base.Base { string get(1: string key) Cursor scan() performs Draft }
    service Log { string get(1: i32 line) }
  `,
  "base.thrift": "service Base { string ping() }",
});
const [store, log] = [program.service("Store"), program.service("Log")];
const [cursor, draft] = [program.interaction("Cursor"), program.interaction("Draft")];
const context = {} as Context<unknown, Error>;

const ours = (): string => "ours";

class Greeting {
  readonly #text = "hello";
  readonly times = 2;

  get({ key }: { key: string }): string {
    return `${this.#text} ${key}`.repeat(this.times);
  }
}

test.each<[what: string, exported: object, owner: MethodOwner, method: string, expected: unknown]>([
  ["a section", { Store: { get: ours } }, store, "get", "ours"],
  ["another service's section", { Log: { get: ours } }, store, "get", undefined],
  ["the section of what it extends", { Base: { ping: ours } }, store, "ping", "ours"],
  ["its own section first", { Base: { ping: () => "base" }, Store: { ping: ours } }, store, "ping", "ours"],
  ["an object of a class", { Store: new Greeting() }, store, "get", "hello ahello a"],
  ["a function alone", { ping: ours }, store, "ping", "ours"],
  ["a function alone of an interaction", { next: ours }, cursor, "next", "ours"],
  ["the section of an interaction", { Cursor: { next: ours } }, cursor, "next", "ours"],
  ["what makes an interaction's object", { Store: { createDraft: ours } }, store, "createDraft", "ours"],
  ["the end of an interaction", { Draft: { onTermination: ours } }, draft, "onTermination", "ours"],
  ["nothing", {}, store, "get", undefined],
  ["what every object has", { Store: {} }, store, "toString", undefined],
])("finds in %s what answers", (_, exported, owner, method, expected) => {
  expect(scriptOf(exported, program).find(owner, method)?.({ key: "a" }, context)).toBe(expected);
});

test("answers for one of two services that have a method of the same name", () => {
  const script = scriptOf({ Log: { get: ours } }, program);
  expect(script.find(log, "get")?.({}, context)).toBe("ours");
});

test.each([
  [5, "expected an object with functions by the names of methods, got number 5"],
  [null, "expected an object with functions by the names of methods, got null"],
  [{ Stor: {} }, "expected a service or method of the file, got Stor; did you mean Store?"],
  [{ pingg() {} }, "expected a service or method of the file, got pingg; did you mean ping?"],
  [{ get() {} }, "expected get in Store or in Log, got it alone"],
  [{ onTermination() {} }, "expected onTermination in Cursor or in Draft, got it alone"],
  [{ Store: { gett() {} } }, "expected a method of Store, got Store.gett; did you mean get?"],
  [{ Store: { toString() {} } }, "expected a method of Store, got Store.toString: ping, get, scan, createDraft"],
  [{ Store: { get: "a" } }, 'Store.get: expected a function, got string "a"'],
  [{ Store: "a" }, 'Store: expected an object with its methods, got string "a"'],
  [{ Log: new Greeting(), Base: new Greeting() }, "expected a method of Base, got Base.get: ping"],
])("refuses %o", (exported, message) => {
  expect(() => scriptOf(exported, program)).toThrow(new UsageError(message));
});
