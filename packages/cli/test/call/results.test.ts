import { afterAll, beforeAll, expect, test } from "vitest";
import { call, type Lab, serveLab } from "./lab.ts";

let lab: Lab;
beforeAll(async () => {
  lab = await serveLab();
});
afterAll(() => lab[Symbol.asyncDispose]());

const everything = {
  yes: true,
  tiny: -128,
  real: 0.1,
  text: 'ü🎈\u0000"\\\n',
  bytes: "AP/+",
  color: "GREEN",
  shapes: [{ side: 7 }, { name: "" }],
  names: ["b", "a"],
  byNumber: { "-9007199254740993": "x" },
  byShape: [[{ side: 1 }, 2]],
  size: 7,
};

test.concurrent.each([
  ["Lab.next", '{"number": 9007199254740993}', "9007199254740994\n"],
  ["Lab.next", '{"number": "9223372036854775806"}', "9223372036854775807\n"],
  [
    "idsOf",
    '{"req":{"name":"a","ids":[9007199254740993,-9223372036854775808]}}',
    "[9007199254740993,-9223372036854775808]\n",
  ],
  ["ping", undefined, '"pong"\n'],
  ["Base.ping", "{}", '"pong"\n'],
  ["nothing", "{}", ""],
  ["shout", '{"text":"hello"}', ""],
])("prints what %s %s answers: %j", async (method, json, stdout) => {
  const args = json === undefined ? [method] : [method, json];
  expect(await call(`tcp://${lab.at}`, args)).toEqual({ code: 0, stdout, stderr: "" });
});

test.concurrent.each([[[]], [["--pretty"]]])(
  "steers no terminal by what a peer says, which means the same: %j",
  async (flags) => {
    const text = "\u007f\u009b31m\u2028\u202e\u2069ü";
    const args = ["echo", JSON.stringify({ value: { text, byNumber: { 1: text } } }), ...flags];
    const { code, stdout } = await call(`rocket://${lab.at}`, args);
    expect([code, JSON.parse(stdout)]).toMatchObject([0, { text, byNumber: { 1: text } }]);
    expect(stdout).toContain(String.raw`"\u007f\u009b31m\u2028\u202e\u2069ü"`);
  },
);

test.concurrent("sends a oneway call before it ends", async () => {
  expect(await call(`rocket://${lab.at}`, ["shout", '{"text":"one way"}'])).toEqual({
    code: 0,
    stdout: "",
    stderr: "",
  });
  await lab.heard("shouted one way");
});

test.concurrent.each(["tcp", "rocket"])("reads and prints every type by %s", async (scheme) => {
  const { code, stdout, stderr } = await call(`${scheme}://${lab.at}`, [
    "echo",
    JSON.stringify({ value: { ...everything, size: undefined } }).replace(/}}$/, ',"big":-9007199254740993}}'),
  ]);
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout).toContain('"big":-9007199254740993,');
  expect(stdout.indexOf("\n")).toBe(stdout.length - 1);
  const { big, ...rest } = JSON.parse(stdout) as typeof everything & { readonly big: number };
  expect(rest).toEqual(everything);
  expect(big).toBeLessThan(0);
});

test.concurrent("prints on several lines with --pretty", async () => {
  const { stdout } = await call(`tcp://${lab.at}`, [
    "idsOf",
    '{"req":{"name":"a","ids":[9007199254740993,1]}}',
    "--pretty",
  ]);
  expect(stdout).toBe("[\n  9007199254740993,\n  1\n]\n");
});

test.concurrent.each([
  ["the arguments", '{"number": 9007199254740993}', "9007199254740994\n"],
  ["arguments in lines", '\n{\n"number":\n1}\n\n', "2\n"],
])("reads %s from standard input", async (_, stdin, stdout) => {
  expect(await call(`tcp://${lab.at}`, ["Lab.next", "-"], { stdin })).toEqual({ code: 0, stdout, stderr: "" });
});

test.concurrent("sends headers, and tells with -v of those that come and how long it took", async () => {
  const args = ["headers", "-H", "Trace: a:b", "-H", "x:y", "-v"];
  const { code, stdout, stderr } = await call(`rocket://${lab.at}`, args);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^".*\btrace=a:b x=y.*"\n$/);
  expect(stderr).toMatch(
    /^connected after [\d.]+ ms\n(.*\n)*headers: answered-by: the lab\\u001b\n(.*\n)*headers: answered after [\d.]+ ms\n$/,
  );
});

test.concurrent("sends raw bytes as the arguments, as they stand", async () => {
  const i64 = "0a 0001 0000000000000041 00";
  const stdin = Buffer.from(i64.replaceAll(" ", ""), "hex");
  for (const address of [`tcp://${lab.at}`, `rocket://${lab.at}?protocol=binary`, `any://${lab.at}`]) {
    expect(await call(address, ["Lab.next", "--raw", "-"], { stdin })).toEqual({ code: 0, stdout: "66\n", stderr: "" });
  }
});

test.concurrent("says that headers are not sent where there are none", async () => {
  const { code, stderr } = await call(`tcp://${lab.at}`, ["ping", "-H", "trace: 7"]);
  expect([code, stderr]).toEqual([0, `-H: trace not sent, since tcp://${lab.at} carries no headers\n`]);
});
