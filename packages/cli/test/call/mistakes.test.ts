import { expect, test } from "vitest";
import { seapink } from "../../src/seapink.ts";
import { call, labIdl } from "./lab.ts";

/** Nobody is there: what is wrong is told before anybody is asked. */
const nobody = "rocket://127.0.0.1:1";

const next = '{"number":1}';

test.each<[args: string[], message: string | RegExp]>([
  [["idsOf", '{"req":{"ids":[1]}}'], "args.req.name: expected string, which is required, got none"],
  [["Lab.next", '{"numbr":1}'], /^args\.numbr: expected a field of next_args, got "numbr"/],
  [["Lab.next", ""], "args: expected JSON, got an empty text"],
  [["createCounter", " "], "args: expected JSON, got an empty text"],
  [["Lab.next", "[]"], "args: expected struct next_args, got array"],
  [["Lab.next", '{"number":'], /^args: line 1, column 11: expected /],
  [["Lab.next", '{"number":9223372036854775808}'], /^args\.number: expected i64, got /],
  [["Lab.nxt", next], /^METHOD: expected one of .*, got Lab\.nxt; did you mean next\?$/],
  [["Lba.next", next], /got "Lba"; did you mean Lab\?/],
  [["next", next], "METHOD: expected Lab.next or Other.next, got next, which each of these services has"],
  [["ping", "--then", "add"], "--then: expected a call before it that creates an interaction, got ping"],
  [["counter", "--then", "ad"], /^--then: expected one of Counter\.add, .*, got "ad"; did you mean add\?$/],
  [["counter", "--then", 'add {"number":[]}'], "--then add: args.number: expected i64, got array"],
  [["createCounter", '{"start":1}'], /^args: expected \{\}, since createCounter has none, got /],
  [["createCounter", "--raw", "x"], "--raw: expected a method that has arguments, got what begins Counter"],
  [["idsOf", '{"req":{"name":"a","ids":[1,2,3,"x"]}}'], 'args.req.ids[3]: expected i64, got string "x"'],
  [["sum", "--raw", "-"], "--items: expected a file, since --raw reads standard input"],
  [["Lab.next", next, "--raw", "x"], "--raw: expected no JSON beside it, got some"],
  [["Lab.next", "--raw", "/nowhere"], /^--raw: \/nowhere cannot be read: ENOENT/],
  [["Lab.next", "--raw", "/dev/zero"], "--raw: /dev/zero: expected at most 104857600 bytes, got more"],
  [["ping", "--items", "x"], "--items: expected a method that takes items, got none that does"],
  [["sum", "--items", "/nowhere"], /^\/nowhere: cannot be read: ENOENT/],
  [["createCounter", "--then", "addAll", "--then", "addAll"], /^expected one method that takes items, got Counter/],
])("refuses %j", async (args, message) => {
  const { code, stdout, stderr } = await call(nobody, args);
  expect([code, stdout]).toEqual([2, ""]);
  if (typeof message === "string") expect(stderr).toBe(`${message}\n`);
  else expect(stderr.trimEnd()).toMatch(message);
});

test.each([
  ["", "standard input: expected JSON, got nothing\n"],
  [`${next} 2`, "standard input: expected one JSON value, got more\n"],
  ['{"number":"\u001b"}', /^args: line 1, column 12: expected [^\n]*\\u001b"\n$/],
  [Uint8Array.of(0x22, 0xff), "standard input: expected text in UTF-8, got other bytes\n"],
])("refuses %j as standard input", async (stdin, message) => {
  const ended = await call(nobody, ["Lab.next", "-"], { stdin });
  expect(ended).toEqual({ code: 2, stdout: "", stderr: expect.stringMatching(message) as string });
});

test.each([
  [["ping", "--timeout", "0s", "--idl", "x"], /'0s' is invalid\. expected a time such as 500ms, 2s or 1m/],
  [["ping", "-H", "key", "--idl", "x"], /'key' is invalid\. Expected 'key: value'\./],
  [["ping"], "error: required option '--idl <file>' not specified"],
])("refuses the options %j", async (args, message) => {
  const program = seapink();
  program.commands.find((command) => command.name() === "call")?.configureOutput({ writeErr: () => undefined });
  await expect(program.parseAsync(["call", nobody, ...args], { from: "user" })).rejects.toThrow(message);
});

test("misses the arguments before the options", async () => {
  const program = seapink();
  program.commands.find((command) => command.name() === "call")?.configureOutput({ writeErr: () => undefined });
  await expect(program.parseAsync(["call"], { from: "user" })).rejects.toThrow("missing required argument 'address'");
});

test("refuses IDL that is not there", async () => {
  const ended = seapink().parseAsync(["call", nobody, "ping", "--idl", "/nowhere.thrift"], { from: "user" });
  await expect(ended).rejects.toThrow("expected a file, got none at /nowhere.thrift");
});

test("refuses an address that is none", async () => {
  const ended = seapink().parseAsync(["call", "tcp:/x", "ping", "--idl", labIdl], { from: "user" });
  await expect(ended).rejects.toThrow("tcp:/x: expected a host and a port");
});
