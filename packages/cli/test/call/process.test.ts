import { afterAll, beforeAll, expect, test } from "vitest";
import { type Ended, run, type RunOptions } from "../command.ts";
import { type Lab, labIdl, serveLab } from "./lab.ts";

// What is peculiar to processes, once for each way to end; all else is tested without one.

let lab: Lab;
let at: string;
beforeAll(async () => {
  lab = await serveLab();
  at = `rocket://${lab.at}`;
});
afterAll(() => lab[Symbol.asyncDispose]());

function call(args: readonly string[], options?: RunOptions): Promise<Ended> {
  return run(["call", ...args, "--idl", labIdl], options);
}

test("prints a result of arguments from standard input", async () => {
  const stdin = '{"number": 9007199254740993}';
  expect(await call([at, "Lab.next", "-"], { stdin })).toEqual({ code: 0, stdout: "9007199254740994\n", stderr: "" });
});

test("prints the items of both ways", async () => {
  const ended = await call([at, "doubled"], { stdin: "1 9007199254740993" });
  expect(ended).toEqual({ code: 0, stdout: "2\n18014398509481986\n", stderr: "" });
});

test("prints a declared exception", async () => {
  const stdout = '{"notFound":{"key":"ü","id":9007199254740993}}\n';
  expect(await call([at, "find", '{"key":"ü"}'])).toEqual({ code: 1, stdout, stderr: "" });
});

test("refuses arguments that do not fit", async () => {
  const ended = await call([at, "idsOf", '{"req":{"name":"a","ids":[1,2,3,"x\\u009b"]}}']);
  const stderr = 'args.req.ids[3]: expected i64, got string "x\\u009b"\n';
  expect(ended).toEqual({ code: 2, stdout: "", stderr });
});

test("tells that nobody answers", async () => {
  const ended = await call(["tcp://127.0.0.1:1", "ping"]);
  expect(ended).toEqual({ code: 3, stdout: "", stderr: expect.stringMatching(/^not_open: [^\n]*\n$/) as string });
});

test("tells of a system error, and with -v of what comes with it", async () => {
  const { code, stdout, stderr } = await call([at, "fail", '{"text":""}', "-v"]);
  expect([code, stdout]).toEqual([4, ""]);
  expect(stderr).toMatch(/\nnot_found: no such\\u001b\[2J thing\n$/);
});
