import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { start } from "../command.ts";
import { type Lab, labIdl, serveLab } from "./lab.ts";

let lab: Lab;
let at: string;
beforeAll(async () => {
  lab = await serveLab();
  at = `rocket://${lab.at}`;
});
afterAll(() => lab[Symbol.asyncDispose]());

function started(...args: readonly string[]): ChildProcessWithoutNullStreams {
  return start(["call", at, ...args, "--idl", labIdl]);
}

test("cancels a call, and exits with 130, upon SIGINT", async () => {
  const child = started("never");
  const stderr = text(child.stderr);
  await lab.heard("never began");
  child.kill("SIGINT");
  const [code] = await once(child, "close");
  expect([code, await stderr]).toEqual([130, ""]);
  await lab.heard("never was aborted");
});

test("cancels a stream, and ends its interaction, upon SIGINT", async () => {
  const child = started("counter", '{"start":70}', "--then", 'upTo {"last":9007199254740993}');
  child.stdout.once("data", () => child.kill("SIGINT")).resume();
  const [code] = await once(child, "close");
  expect(code).toBe(130);
  await lab.heard("some counter ended: closed");
});

test("cancels a stream of which not even the response is read", async () => {
  const child = started("countWith", '{"to":9007199254740993}', "--timeout", "1h");
  child.stdout.destroy();
  const [code] = await once(child, "close");
  expect(code).toBe(0);
  await lab.heard("stream ended");
});

test("cancels a stream when nobody reads what is printed", async () => {
  const child = started("counterAnd", '{"start":80}', "--then", "close");
  const stdout = text(child.stdout);
  const [code] = await once(child, "close");
  expect([code, await stdout]).toEqual([0, "1\n2\n5\n"]);
  await lab.heard("stream ended", 2);
  const reader = started("forever");
  const stderr = text(reader.stderr);
  await once(reader.stdout, "data");
  reader.stdout.destroy();
  const [ended] = await once(reader, "close");
  expect([ended, await stderr]).toEqual([0, ""]);
  await lab.heard("stream ended", 3);
});
