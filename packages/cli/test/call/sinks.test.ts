import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { start } from "../command.ts";
import { folderOf } from "../folder.ts";
import { call, type Lab, labIdl, serveLab } from "./lab.ts";

let lab: Lab;
let at: string;
beforeAll(async () => {
  lab = await serveLab();
  at = `rocket://${lab.at}`;
});
afterAll(() => lab[Symbol.asyncDispose]());

test.concurrent.each([
  ["one on a line", "1\n9007199254740993\n"],
  ["behind each other", '"1" 9007199254740993'],
])("sends items from standard input, %s", async (_, stdin) => {
  const ended = await call(at, ["sum", '{"start":-1}'], { stdin });
  expect(ended).toEqual({ code: 0, stdout: "9007199254740993\n", stderr: "" });
});

test.concurrent("sends no items of an empty input", async () => {
  expect(await call(at, ["sum", '{"start":5}'])).toEqual({ code: 0, stdout: "5\n", stderr: "" });
});

test.concurrent("takes the arguments from standard input first, and then the items", async () => {
  const stdin = '{"start": 5}\n1\n2';
  expect(await call(at, ["sum", "-"], { stdin })).toEqual({ code: 0, stdout: "8\n", stderr: "" });
});

test.concurrent("takes the items from a file", async () => {
  const file = join(folderOf({ items: "1\n2" }), "items");
  const stdin = '{"start": 5}';
  expect(await call(at, ["sum", "-", "--items", file], { stdin })).toEqual({ code: 0, stdout: "8\n", stderr: "" });
});

test.concurrent("prints the response before what ends the sink", async () => {
  const stdin = '{"name": "ä"} {"name": "b"}';
  const stdout = '{"response":{"name":"joined","ids":[9007199254740993],"color":"GREEN"}}\n"ä-b"\n';
  expect(await call(at, ["join", '{"separator":"-"}'], { stdin })).toEqual({ code: 0, stdout, stderr: "" });
});

test.concurrent("prints a declared exception that ends a sink", async () => {
  const stdout = '{"broke":{"count":13}}\n';
  expect(await call(at, ["sum", '{"start":5}'], { stdin: "1 13 2" })).toEqual({ code: 1, stdout, stderr: "" });
});

test.concurrent.each([
  ["1 bad", 'items[1]: line 1, column 1: expected a value, got "bad"\n'],
  ['1 "x"', 'items[1]: expected i64, got string "x"\n'],
  ["1 2 {", "items[2]: expected i64, got object\n"],
])("ends at an item that does not fit: %s", async (stdin, stderr) => {
  expect(await call(at, ["sum", '{"start":5}'], { stdin })).toEqual({ code: 2, stdout: "", stderr });
});

test.concurrent("ends when the server wants no more, though standard input goes on", async () => {
  const child = start(["call", at, "takeOne", "--idl", labIdl]);
  child.stdin.write("7\n8\n");
  const [stdout, code] = await Promise.all([
    child.stdout.setEncoding("utf8").toArray(),
    new Promise((resolve) => child.on("close", resolve)),
  ]);
  expect([code, stdout.join("")]).toEqual([0, "7\n"]);
});

test.concurrent("waits for what ends a sink no longer than its timeout", async () => {
  const stderr = "timed_out: neverEnds: no answer came within 700 ms after the last item\n";
  const ended = await call(at, ["neverEnds", "--timeout", "700ms"], { stdin: "1" });
  expect(ended).toEqual({ code: 3, stdout: "", stderr });
});
