import { defaultLimits, limits, type MessageHead } from "@seapink/core";
import { json } from "@seapink/protocol-json";
import { expectCode } from "@seapink/testing";
import { describe, expect, test } from "vitest";
import { reader, utf8 } from "./text.ts";

const read = (text: string): MessageHead => reader(text).messageBegin();

const ping = { name: "ping", type: 1, seqid: 1 };

describe("the envelope", () => {
  test.each([
    ['[1,"ping",1,1,{}]', ping],
    [' \n[ 1 , "ping" , 1 , 1 , { } ] ', ping],
    ['[1,"ping","1","1",{}]', ping],
    ['[1,"",1,1,{}]', { ...ping, name: "" }],
    ['[1,"\\u0070ing",1,1,{}]', ping],
    ['[1,"é\\u0000\\"",4,-2147483648,{}]', { name: 'é\0"', type: 4, seqid: -0x8000_0000 }],
    [`[1,"${"\\u006e".repeat(1024)}",1,1,{}]`, { ...ping, name: "n".repeat(1024) }],
  ])("reads %s", (text, head) => expect(read(text)).toStrictEqual(head));

  test.each([
    ["version 2", '[2,"ping",1,1,{}]', "bad_version"],
    ["version 11", '[11,"ping",1,1,{}]', "bad_version"],
    ["no version", '["ping",1,1,{}]', "bad_version"],
    ["an object", '{"1":{"i8":1}}', "bad_version"],
    ["HTTP", "GET / HTTP/1.1\r\n", "bad_version"],
    ["nothing", "", "bad_version"],
    ["a bracket", "[", "bad_version"],
    ["a name that is a number", "[1,1,1,1,{}]", "bad_version"],
    ["message type 0", '[1,"ping",0,1,{}]', "invalid_data"],
    ["message type 5", '[1,"ping",5,1,{}]', "invalid_data"],
    ["message type 1.5", '[1,"ping",1.5,1,{}]', "invalid_data"],
    ["a sequence id of 33 bits", '[1,"ping",1,2147483648,{}]', "invalid_data"],
    ["no sequence id", '[1,"ping",1,{}]', "invalid_data"],
    ["a name without its end", '[1,"ping', "invalid_data"],
    ["a name with a control character", '[1,"pi\u0000ng",1,1,{}]', "invalid_data"],
    ["a name with a lone surrogate", '[1,"\\ud800",1,1,{}]', "invalid_data"],
    ["a name of 1025 bytes", `[1,"${"n".repeat(1025)}",1,1,{}]`, "size_limit"],
    ["a name of 1025 escapes", `[1,"${"\\u006e".repeat(1025)}",1,1,{}]`, "size_limit"],
    ["a name of 1026 bytes in 513 characters", `[1,"${"é".repeat(513)}",1,1,{}]`, "size_limit"],
  ])("refuses %s", (_, text, code) => expectCode(() => read(text), code));
});

describe("the body", () => {
  test.each([
    ['[1,"ping",1,1,{}]', "{}"],
    ['[1,"ping",1,1,{"1":{"str":"]"}}]', '{"1":{"str":"]"}}'],
    ['[1,"ping",1,1, { } \n ] \r\n', "{ }"],
    ['[1,"ping",1,1,]', ""],
  ])("of %j is what is before the last bracket", (text, body) => {
    const within = json().reader(utf8(`[[${text}]]`).subarray(2, 2 + utf8(text).length), defaultLimits);
    within.messageBegin();
    expect(within.messageBody()).toStrictEqual(utf8(body));
  });

  test.each(['[1,"ping",1,1,', '[1,"ping",1,1,{}', '[1,"ping",1,1,{}] x'])("of %j has no end", (text) => {
    const broken = reader(text);
    broken.messageBegin();
    expectCode(() => broken.messageBody(), "invalid_data");
  });
});

test("refuses a message that goes on", () => {
  const message = reader('[1,"ping",1,1,{},{}]');
  message.messageBegin();
  message.skip(12);
  expectCode(() => message.messageEnd(), "invalid_data");
});

test("scans as long a name as it reads, and no longer", () => {
  const ten = limits({ maxMethodNameBytes: 10 });
  for (const name of ["n".repeat(10), "\\u006e".repeat(10), '\\"'.repeat(10), "é".repeat(5), "\\u00e9".repeat(5)]) {
    const message = utf8(`[1,"${name}",1,1,{}]`);
    expect(json().reader(message, ten).messageBegin().type).toBe(1);
    expect(json().scanner(ten).push(message)).toBe(message.length);
  }
  for (const name of ["n".repeat(11), "\\u006e".repeat(11), '\\"'.repeat(11), "é".repeat(6)]) {
    const message = utf8(`[1,"${name}",1,1,{}]`);
    expectCode(() => json().reader(message, ten).messageBegin(), "size_limit");
    expectCode(() => json().scanner(ten).push(message), "size_limit");
  }
});
