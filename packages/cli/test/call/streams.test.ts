import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { call, type Lab, serveLab } from "./lab.ts";

let lab: Lab;
let at: string;
beforeAll(async () => {
  lab = await serveLab();
  at = `rocket://${lab.at}`;
});
afterAll(() => lab[Symbol.asyncDispose]());

test.concurrent("prints each item on a line", async () => {
  expect(await call(at, ["count", '{"to":3}'])).toEqual({ code: 0, stdout: "1\n2\n3\n", stderr: "" });
});

test.concurrent("prints the response before the items", async () => {
  const { code, stdout } = await call(at, ["countWith", '{"to":2}']);
  expect(stdout).toBe('{"response":{"name":"first","ids":[9007199254740993],"color":"GREEN"}}\n1\n2\n');
  expect(code).toBe(0);
});

test.concurrent("prints a response on several lines, too", async () => {
  const { stdout } = await call(at, ["countWith", '{"to":1}', "--pretty"]);
  expect(stdout).toMatch(/^\{\n {2}"response": \{\n {4}"name": "first",\n[^]*\n\}\n1\n$/);
});

test.concurrent("prints nothing of a stream without items", async () => {
  expect(await call(at, ["count", '{"to":-1}'])).toEqual({ code: 0, stdout: "", stderr: "" });
});

test.concurrent("prints a declared exception in the place of a stream", async () => {
  const stdout = '{"notFound":{"key":"nothing","id":9007199254740993}}\n';
  expect(await call(at, ["count", '{"to":0}'])).toEqual({ code: 1, stdout, stderr: "" });
});

test.concurrent("prints a declared exception behind items", async () => {
  const stdout = '1\n2\n3\n{"broke":{"count":3}}\n';
  expect(await call(at, ["count", '{"to":1003}'])).toEqual({ code: 1, stdout, stderr: "" });
});

test.concurrent("tells of a system error behind items", async () => {
  const stderr = "overloaded: no more\\u000aof this\n";
  expect(await call(at, ["count", '{"to":2003}'])).toEqual({ code: 4, stdout: "1\n2\n3\n", stderr });
});

test.concurrent("lets a stream take longer than its timeout", async () => {
  const { promise: isPrinted, resolve } = Promise.withResolvers<void>();
  const onPrint = (text: string): unknown => text === "2\n" && resolve();
  const ended = call(at, ["count", '{"to":3003}', "--timeout", "200ms"], { onPrint });
  await isPrinted;
  await setTimeout(500);
  lab.tell("go on");
  expect(await ended).toEqual({ code: 0, stdout: "1\n2\n3\n", stderr: "" });
});

test.concurrent("takes no more items than are printed", async () => {
  const { promise: isPrinting, resolve } = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  const onPrint = (): Promise<void> => {
    resolve();
    return held.promise;
  };
  const ended = call(at, ["count", '{"to":4444}'], { onPrint });
  await isPrinting;
  // Without a bound, all would be made while these are answered.
  for (let times = 0; times < 20; times++) await call(at, ["ping"]);
  expect(lab.made("4444")).toBeLessThan(1_000);
  held.resolve();
  expect((await ended).stdout.split("\n")).toHaveLength(4_445);
  expect(lab.made("4444")).toBe(4_444);
});

test.concurrent("streams both ways at once", async () => {
  const stdin = "1\n9007199254740993 2";
  expect(await call(at, ["doubled"], { stdin })).toEqual({ code: 0, stdout: "2\n18014398509481986\n4\n", stderr: "" });
});

test.concurrent("ends when the items of the other way are wrong", async () => {
  const ended = await call(at, ["doubled"], { stdin: '1 "x" 3' });
  expect(ended.code).toBe(2);
  expect(ended.stderr).toBe('items[1]: expected i64, got string "x"\n');
});
