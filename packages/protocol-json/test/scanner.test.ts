import { defaultLimits, limits, type Scanner } from "@seapink/core";
import { json } from "@seapink/protocol-json";
import { expectCode, pieces, scanPieces, splits } from "@seapink/testing";
import { describe, expect, test } from "vitest";
import { utf8 } from "./text.ts";

const scanner = (changes: Partial<typeof defaultLimits> = {}): Scanner => json().scanner(limits(changes));
const call = (body: string): string => `[1,"m",1,1,${body}]`;

function scan(chunks: readonly Uint8Array[], to: Scanner = scanner()): number | undefined {
  return scanPieces(to, chunks);
}

describe("messages", () => {
  test.each([
    ["no fields", "{}"],
    ["brackets in text", '{"1":{"str":"]}{[\\"]}"}}'],
    ["text that ends in a backslash", '{"1":{"str":"\\\\"},"2":{"str":"]"}}'],
    ["escapes", '{"1":{"str":"\\u005d\\n\\/"}}'],
    ["text that is not ASCII", '{"1":{"str":"é€😀"}}'],
    ["lists of lists", '{"1":{"lst":["lst",2,["i8",1,1],["str",1,"]"]]}}'],
    ["lists of structs", '{"1":{"lst":["rec",2,{},{"1":{"tf":1}}]}}'],
    ["maps of maps", '{"1":{"map":["str","map",1,{"}":["i8","i8",1,{"1":2}]}]}}'],
    ["maps whose keys are structs and lists", '{"1":{"map":["rec","lst",1,{{"1":{"i8":1}}:["i8",0]}]}}'],
    ["empty containers of no type", '{"1":{"map":["","x",0,{}]},"2":{"lst":["",0]}}'],
    ["whitespace", ' {\n"1" : { "lst" : [ "i8" , 1 ,\t1 ] } } '],
    ["special numbers", '{"1":{"lst":["dbl",3,"NaN",-1.5E+3,"-Infinity"]}}'],
    ["bare special numbers", '{"1":{"lst":["dbl",2,NaN,-inf]}}'],
  ])("end behind %s, however they are cut", (_, body) => {
    const message = utf8(call(body));
    for (const chunks of splits(message)) expect(scan(chunks)).toBe((chunks.at(-1) as Uint8Array).length);
  });

  test("leave what follows alone, and take whitespace before them", () => {
    const to = scanner();
    const one = utf8(call("{}"));
    expect(to.push(utf8(`${call("{}")}xyz`))).toBe(one.length);
    expect(to.push(utf8(`\r\n ${call("{}")}\n`))).toBe(one.length + 3);
    expect(to.push(utf8("\n"))).toBe(undefined);
    expect(to.push(one)).toBe(one.length);
  });

  test("take empty chunks anywhere", () => {
    expect(scan(pieces(utf8(call('{"1":{"str":"\\u0041"}}')), [1, 0]))).toBe(1);
  });
});

describe("hostile messages", () => {
  test.each([
    ["another protocol", "GET /", "bad_version"],
    ["version 2", '[2,"m"', "bad_version"],
    ["a struct without a message", "{}", "bad_version"],
    ["a brace for a bracket", '[1,"m",1,1,{}}', "invalid_data"],
    ["a bracket for a brace", '[1,"m",1,1,{]', "invalid_data"],
    ["a list in a struct", '[1,"m",1,1,{[', "invalid_data"],
    ["a list in a message", '[1,"m",1,1,[', "invalid_data"],
    ["a list among a map's types", '[1,"m",1,1,{"1":{"map":["i8","i8",1,[', "invalid_data"],
    ["a byte that is not ASCII", '[1,"m",1,1,{é', "invalid_data"],
    ["a control character", '[1,"m",1,1,{\u0000', "invalid_data"],
    ["a control character in text", '[1,"m",1,1,{"1":{"str":"\n', "invalid_data"],
    ["a control character in the name", '[1,"m\u0001', "invalid_data"],
  ])("are refused: %s, however it is cut", (_, text, code) => {
    for (const chunks of splits(utf8(text))) expectCode(() => scan(chunks), code);
  });

  test("say where in the message it stopped", () => {
    const hostile = utf8(`${call("{}")}${call("{]")}`);
    const to = scanner();
    const first = to.push(hostile) as number;
    const stopped = { offset: '[1,"m",1,1,{'.length, message: 'expected a struct\'s JSON, got "]"' };
    expect(() => scan(pieces(hostile.subarray(first), [5]), to)).toThrow(expect.objectContaining(stopped));
  });
});

describe("limits", () => {
  test.each([
    ["a list", '{"1":{"lst":["i8",3,1,2,3]}}', 3],
    ["a set of text", '{"1":{"set":["str",2,",",","]}}', 2],
    ["a map", '{"1":{"map":["i8","i8",2,{"1":1,"2":2}]}}', 2],
    ["a map of text", '{"1":{"map":["str","str",1,{":,":":,"}]}}', 1],
    ["a map with structs for keys", '{"1":{"map":["rec","i8",1,{{"1":{"i8":1},"2":{"i8":1}}:1}]}}', 1],
    ["lists of lists", '{"1":{"lst":["lst",2,["i8",2,1,2],["i8",0]]}}', 4],
    ["empty containers", '{"1":{"lst":["i8",0]},"2":{"map":["i8","i8",0,{}]},"3":{"lst":["i8",1,1]}}', 1],
    ["fields, which are no elements", '{"1":{"lst":["i8",1,1]},"2":{"i8":1},"3":{"i8":1}}', 1],
  ])("count the elements of %s", (_, body, count) => {
    const message = utf8(call(body));
    expect(scan([message], scanner({ maxContainerElements: count }))).toBe(message.length);
    if (count > 1) expectCode(() => scan([message], scanner({ maxContainerElements: count - 1 })), "size_limit");
  });

  test.each([
    ["structs", '{"1":{"rec":{"1":{"rec":{}}}}}', 3],
    ["lists", '{"1":{"lst":["lst",1,["lst",0]]}}', 3],
    ["maps", '{"1":{"map":["i8","map",1,{"1":["i8","i8",0,{}]}]}}', 3],
    ["maps of structs", '{"1":{"map":["i8","rec",1,{"1":{"1":{"i8":1}}}]}}', 3],
    ["keys", '{"1":{"map":["lst","i8",1,{["rec",1,{}]:1}]}}', 4],
  ])("count the depth of %s as the reader does", (_, body, depth) => {
    const message = utf8(call(body));
    const raw = json({ containerKeys: "raw" });
    expect(scan([message], scanner({ maxDepth: depth }))).toBe(message.length);
    expect(() => raw.reader(utf8(body), limits({ maxDepth: depth })).skip(12)).not.toThrow();
    expectCode(() => scan([message], scanner({ maxDepth: depth - 1 })), "depth_limit");
    expectCode(() => raw.reader(utf8(body), limits({ maxDepth: depth - 1 })).skip(12), "depth_limit");
  });

  test("hold for messages that never end", () => {
    const changes = { maxMessageBytes: 1000 };
    const beginning = '[1,"m",1,1,{"1":{"str":"';
    expect(scan([utf8(beginning.padEnd(1000, "a"))], scanner(changes))).toBe(undefined);
    expectCode(() => scan([utf8(beginning.padEnd(1001, "a"))], scanner(changes)), "size_limit");
    expectCode(() => scan([utf8(" ".repeat(1001))], scanner(changes)), "size_limit");
  });
});
