import {
  binary,
  exception,
  exceptionsOf,
  field,
  i32,
  interaction,
  method,
  service,
  string,
  successOf,
} from "@seapink/schema";
import { describe, expect, test } from "vitest";
import type { FieldsetCodec } from "../src/fieldset-codec.ts";

const Missing = exception("Missing", [field(1, "key", string)]);
const throws = [field(1, "missing", Missing)];
const made = (): FieldsetCodec => ({ write() {}, read: () => undefined });

describe("a method", () => {
  test("describes its arguments and its result as structs", () => {
    const get = method("get", { args: [field(1, "key", string)], returns: string, throws });
    expect(get).toMatchObject({ kind: "call", name: "get", wireName: "get", creates: undefined });
    expect(get.args).toMatchObject({ name: "get_args", fields: [{ id: 1, name: "key", requiredness: "default" }] });
    expect(get.result).toMatchObject({
      name: "get_result",
      fields: [
        { id: 0, name: "success", requiredness: "optional" },
        { id: 1, name: "missing", requiredness: "optional" },
      ],
    });
  });

  test("may take nothing and return nothing", () => {
    const ping = method("ping");
    expect([ping.args.fields, ping.result.fields]).toStrictEqual([[], []]);
    expect([ping.streamItem, ping.sinkItem, ping.finalResponse]).toStrictEqual([undefined, undefined, undefined]);
  });

  test.each([
    ["call", {}],
    ["oneway", { kind: "oneway" }],
    ["stream", { stream: { of: binary } }],
    ["sink", { sink: { of: binary, final: i32 } }],
    ["bidi", { stream: { of: binary }, sink: { of: binary, final: i32 } }],
  ] as const)("is a %s by what it has", (kind, options) => {
    expect(method("m", options).kind).toBe(kind);
  });

  test("describes what a stream and a sink carry, and what ends them", () => {
    const stream = method("read", { returns: i32, stream: { of: binary, throws } });
    expect(stream.streamItem?.fields.map((f) => [f.id, f.name])).toStrictEqual([
      [0, "success"],
      [1, "missing"],
    ]);
    const sink = method("write", { sink: { of: binary, throws, final: i32, finalThrows: throws } });
    expect(sink.sinkItem?.fields).toHaveLength(2);
    expect(sink.finalResponse?.fields).toHaveLength(2);
    expect(method("both", { stream: { of: i32 }, sink: { of: i32, final: i32 } }).finalResponse).toBeUndefined();
  });

  test("gives each of its structs the codec that was made for it", () => {
    const codecs = { args: made, result: () => made(), streamItem: () => made(), sinkItem: () => made() };
    const both = method("both", { stream: { of: i32 }, sink: { of: i32 }, codecs });
    const { args, result, streamItem, sinkItem } = both;
    expect([args.codec, result.codec, streamItem?.codec, sinkItem?.codec]).toEqual(Object.values(codecs));
    const sink = method("sink", { sink: { of: i32, final: i32 }, codecs: { finalResponse: made } });
    expect([sink.finalResponse?.codec, sink.args]).toEqual([made, method("sink").args]);
  });

  test("of an interaction has its name on the wire", () => {
    const { methods } = interaction("FileAccess", [method("seek")]);
    expect(methods.get("seek")).toMatchObject({ name: "seek", wireName: "FileAccess.seek" });
    expect(method("seek").wireName).toBe("seek");
  });

  test("tells its declared exceptions from a result that is one", () => {
    const odd = method("last", { returns: Missing, throws });
    expect(exceptionsOf(odd.result).map((f) => f.id)).toStrictEqual([1]);
    expect(successOf(odd.result)).toMatchObject({ id: 0, type: Missing });
  });

  test("of nothing has no field for a success, whatever it throws", () => {
    expect(successOf(method("ping", { throws }).result)).toBeUndefined();
  });
});

describe("a service", () => {
  const parent = service("Parent", [method("ping")], { performs: [interaction("A", [])] });

  test("has the methods and interactions of the one that it extends, first", () => {
    const child = service("Child", [method("get")], { extends: parent, performs: [interaction("B", [])] });
    expect([child.extends, parent.extends]).toEqual([parent, undefined]);
    expect([...child.methods.keys()]).toStrictEqual(["ping", "get"]);
    expect(child.performs.map((one) => one.name)).toStrictEqual(["A", "B"]);
    expect([...parent.methods.keys()]).toStrictEqual(["ping"]);
  });

  test("refuses two methods of one name, inherited ones included", () => {
    expect(() => service("S", [method("a"), method("a")])).toThrow(
      "S: expected different names of methods, got a twice",
    );
    expect(() => service("Child", [method("ping")], { extends: parent })).toThrow(RangeError);
    expect(() => interaction("I", [method("a"), method("a")])).toThrow(RangeError);
  });

  test("knows only its methods, whatever objects inherit", () => {
    const names = ["__proto__", "constructor", "toString", "set"];
    expect(names.map((name) => parent.methods.has(name))).toStrictEqual([false, false, false, false]);
    const odd = service(
      "Odd",
      names.map((name) => method(name)),
    );
    expect([...odd.methods.keys()]).toStrictEqual(names);
  });
});

test("an interaction says whether its calls run one at a time", () => {
  expect(interaction("I", []).serial).toBe(false);
  expect(interaction("I", [], { serial: true }).serial).toBe(true);
});

test("methods may be returned by a function", () => {
  const read = method("read");
  expect([...service("Files", () => [read]).methods]).toEqual([["read", read]]);
  expect([...interaction("File", () => [read]).methods]).toEqual([["read", { ...read, wireName: "File.read" }]]);
});
