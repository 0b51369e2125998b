import { exitCodes } from "@seapink/addresses/command";
import { expect, test } from "vitest";
import { outcomeOf } from "../../src/outcome.ts";
import { seapink } from "../../src/seapink.ts";
import { run } from "../command.ts";
import { call, labIdl } from "./lab.ts";

/** Nobody is there: what is wrong is told before anybody is asked. */
const nobody = "rocket://127.0.0.1:1";

const next = '{"number":1}';

test.each<[args: string[], message: string | RegExp]>([
  [["idsOf", '{"req":{"ids":[1]}}'], "args.req.name: expected string, which is required, got none"],
  [["Lab.next", '{"numbr":1}'], /^args\.numbr: expected a field of next_args, got "numbr"/],
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
  [["Lab.next", next, "--raw", "x"], "--raw: expected no JSON beside it, got some"],
  [["Lab.next", "--raw", "/nowhere"], /^--raw: \/nowhere cannot be read: ENOENT/],
  [["ping", "--items", "x"], "--items: expected a method that takes items, got none that does"],
  [["sum", "--items", "/nowhere"], /^\/nowhere: cannot be read: ENOENT/],
  [["createCounter", "--then", "addAll", "--then", "addAll"], /^expected one method that takes items, got Counter/],
])("refuses %j", async (args, message) => {
  const ended = seapink().parseAsync(["call", nobody, ...args, "--idl", labIdl], { from: "user" });
  const error: unknown = await ended.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  const outcome = outcomeOf(error);
  expect(outcome.exitCode).toBe(exitCodes.usage);
  if (typeof message === "string") expect(outcome.message).toBe(message);
  else expect(outcome.message).toMatch(message);
});

test.concurrent.each([
  [["idsOf", '{"req":{"name":"a","ids":[1,2,3,"x"]}}'], "", 'args.req.ids[3]: expected i64, got string "x"\n'],
  [["Lab.next", "-"], "", "standard input: expected JSON, got nothing\n"],
  [["Lab.next", "-"], `${next} 2`, "standard input: expected one JSON value, got more\n"],
  [["Lab.next", "-"], '{"number":"\u001b"}', /^args: line 1, column 12: expected [^\n]*\\u001b"\n$/],
  [["Lab.next", "-"], Uint8Array.of(0x22, 0xff), "standard input: expected text in UTF-8, got other bytes\n"],
  [["sum", "--raw", "-"], "", "--items: expected a file, since --raw reads standard input\n"],
])("refuses %j with %j as a process", async (args, stdin, message) => {
  const { code, stdout, stderr } = await call(nobody, args, { stdin });
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(message);
});

test.concurrent.each([
  [["ping", "--timeout", "0s", "--idl", "x"], /'0s' is invalid\. expected a time such as 500ms, 2s or 1m/],
  [["ping", "-H", "key", "--idl", "x"], /'key' is invalid\. Expected 'key: value'\./],
  [["ping"], /^error: required option '--idl <file>' not specified\n$/],
  [["ping", "--idl", "/nowhere.thrift"], /^expected a file, got none at \/nowhere\.thrift\n$/],
])("refuses the options %j as a process", async (args, message) => {
  const { code, stdout, stderr } = await run(["call", "tcp://127.0.0.1:1", ...args]);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(message);
});

test("refuses an address that is none", async () => {
  const ended = seapink().parseAsync(["call", "tcp:/x", "ping", "--idl", labIdl], { from: "user" });
  await expect(ended).rejects.toThrow("tcp:/x: expected a host and a port");
});
