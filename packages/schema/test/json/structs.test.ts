import { exception, field, i32, i64, list, map, set, string, struct, type StructType, union } from "@seapink/schema";
import { fromJson, toJson } from "@seapink/schema/json";
import { describe, expect, test } from "vitest";
import { refusal } from "./refusal.ts";

const Request = struct("Request", [
  field(1, "ids", list(i64)),
  field(2, "name", string, { requiredness: "required" }),
  field(3, "note", string, { requiredness: "optional" }),
  field(4, "count", i32, { default: 7 }),
  field(5, "tags", set(string), { requiredness: "optional", default: new Set(["a"]) }),
  field(6, "byId", map(string, i32)),
]);
const args = struct("send_args", [field(1, "req", Request)]);

describe("a struct", () => {
  test("has its fields by name in the order of the IDL, whatever the order of the text", () => {
    const value = { ids: [1n], name: "n", note: "x", count: 1, tags: new Set(["b"]), byId: new Map([["k", 1]]) };
    const text = '{"ids":[1],"name":"n","note":"x","count":1,"tags":["b"],"byId":{"k":1}}';
    expect(toJson(Request, value)).toBe(text);
    expect(fromJson(Request, text)).toStrictEqual(value);
    const other = fromJson(
      Request,
      '{"byId":{"k":1},"tags":["b"],"count":1,"note":"x","name":"n","ids":[1]}',
    ) as object;
    expect(other).toStrictEqual(value);
    expect(Object.keys(other)).toEqual(Object.keys(value));
  });

  test("leaves out what is absent, and is read with its defaults", () => {
    expect(toJson(Request, { name: "n" })).toBe('{"name":"n","count":7}');
    expect(fromJson(Request, '{"name":"n"}')).toStrictEqual({ name: "n", count: 7, tags: new Set(["a"]) });
  });

  test("has the default of a required field that is absent, and is read with it", () => {
    const type = struct("S", [field(1, "a", i32, { requiredness: "required", default: 5 })]);
    expect(toJson(type, {})).toBe('{"a":5}');
    expect(fromJson(type, "{}")).toStrictEqual({ a: 5 });
    expect(() => toJson(type, { a: null })).toThrow("a: expected i32, got null");
  });

  test("is read with defaults of its own each time", () => {
    const [one, other] = ["{}", "{}"].map((text) =>
      fromJson(struct("S", [field(1, "l", list(i32), { default: [1] })]), text),
    );
    expect(one).toStrictEqual({ l: [1] });
    expect((one as { l: number[] }).l).not.toBe((other as { l: number[] }).l);
  });

  test("takes null for a field that may be absent", () => {
    const text = '{"ids":null,"name":"n","note":null,"count":null,"tags":null}';
    expect(fromJson(Request, text)).toStrictEqual({ name: "n", count: 7, tags: new Set(["a"]) });
  });

  test("is read with whitespace anywhere", () => {
    expect(
      fromJson(Request, ' {\n"ids" : [ 1 ,\t2 ] ,\r\n "name" : "n" , "count" : 1 , "tags" : [ ] } '),
    ).toStrictEqual({
      ids: [1n, 2n],
      name: "n",
      count: 1,
      tags: new Set(),
    });
  });
});

describe("names", () => {
  const names = [
    "__proto__",
    "constructor",
    "toString",
    "then",
    "stack",
    "message",
    'a"b',
    "\\",
    "\n",
    "\u2028",
    "é",
    "",
  ];
  const fields = names.map((name, i) => field(i, name, i32, { requiredness: "optional" }));
  const value = Object.fromEntries(names.map((name, i) => [name, i]));

  test.each([struct("S", fields), exception("E", fields)])("of a $kind may be any", (type) => {
    const given = type.kind === "exception" ? new type.construct(value) : value;
    const text = toJson(type, given);
    expect(JSON.parse(text)).toStrictEqual(value);
    const read = fromJson(type, text) as object;
    expect(
      Object.fromEntries(names.map((name) => [name, Object.getOwnPropertyDescriptor(read, name)?.value as unknown])),
    ).toStrictEqual(value);
    expect(toJson(type, read)).toBe(text);
    expect(toJson(type, type.kind === "exception" ? new type.construct({}) : {})).toBe("{}");
  });

  test.each(names)("%j may be that of an arm", (name) => {
    const type = union("U", [field(1, name, i32), field(2, "other", i32)]);
    const text = toJson(type, { field: name, value: 1 });
    expect(JSON.parse(text)).toStrictEqual(Object.fromEntries([[name, 1]]));
    expect(fromJson(type, text)).toStrictEqual({ field: name, value: 1 });
  });

  test("that objects have by themselves are not fields", () => {
    expect(refusal(() => fromJson(Request, '{"constructor":1}')).message).toBe(
      'constructor: expected a field of Request, got "constructor"',
    );
    expect(refusal(() => fromJson(Request, '{"__proto__":{}}')).message).toBe(
      '__proto__: expected a field of Request, got "__proto__"',
    );
  });
});

test("an exception is read as an instance of its class", () => {
  const Gone = exception("Gone", [field(1, "message", string), field(2, "at", i64)]);
  const error = fromJson(Gone, '{"message":"x","at":5}');
  expect(error).toBeInstanceOf(Gone.construct);
  expect(error).toMatchObject({ message: "x", at: 5n });
  expect(toJson(Gone, error)).toBe('{"message":"x","at":5}');
});

test("a struct may contain itself", () => {
  const Node: StructType = struct("Node", () => [
    field(1, "next", Node, { requiredness: "optional" }),
    field(2, "all", list(Node)),
  ]);
  const text = '{"next":{"next":{},"all":[{}]},"all":[]}';
  expect(toJson(Node, fromJson(Node, text))).toBe(text);
});

test.each<[text: string, message: string]>([
  ["[]", "args: expected struct send_args, got array"],
  ['{"req":"x"}', 'args.req: expected struct Request, got string "x"'],
  ['{"req":{"ids":[1,2,3,"x"],"name":""}}', 'args.req.ids[3]: expected i64, got string "x"'],
  ['{"req":{"byId":{"a b":true}}}', 'args.req.byId["a b"]: expected i32, got boolean true'],
  ['{"req":{"nmae":"n"}}', 'args.req.nmae: expected a field of Request, got "nmae"; did you mean name?'],
  ['{"req":{"IDs":[]}}', 'args.req.IDs: expected a field of Request, got "IDs"; did you mean ids?'],
  ['{"req":{"other":"n"}}', 'args.req.other: expected a field of Request, got "other"'],
  ['{"req":{"a b":"n"}}', 'args.req["a b"]: expected a field of Request, got "a b"'],
  ['{"req":{}}', "args.req.name: expected string, which is required, got none"],
  ['{"req":{"name":null}}', "args.req.name: expected string, got null"],
  ['{"req":{"name":"","name":""}}', "args.req.name: expected a field once, got it twice"],
  ['{"req":{"note":null,"note":"x"}}', "args.req.note: expected a field once, got it twice"],
])("%s is refused with its path", (text, message) => {
  const error = refusal(() => fromJson(args, text, { path: "args" }));
  expect(error).toMatchObject({ code: "invalid_data", message, path: message.slice(0, message.indexOf(": ")) });
});

test.each<[value: unknown, message: string]>([
  [1, "reply: expected struct send_args, got number 1"],
  [{ req: null }, "reply.req: expected struct Request, got null"],
  [{ req: {} }, "reply.req.name: expected string, which is required, got none"],
  [{ req: { name: "n", ids: [1n, "x"] } }, 'reply.req.ids[1]: expected i64, got string "x"'],
  [{ req: { name: "n", note: null } }, "reply.req.note: expected string, got null"],
])("%o is not written, and its path is told", (value, message) => {
  const error = refusal(() => toJson(args, value, { path: "reply" }));
  expect(error).toMatchObject({ code: "invalid_data", message, path: message.slice(0, message.indexOf(": ")) });
});

test("what a getter throws arrives as it is", () => {
  const error = new Error("mine");
  const value = {
    get name(): string {
      throw error;
    },
  };
  expect(() => toJson(Request, value)).toThrow(error);
});
