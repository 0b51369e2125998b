import { afterAll, beforeAll, expect, test } from "vitest";
import { call, type Lab, serveLab } from "./lab.ts";

let lab: Lab;
let at: string;
beforeAll(async () => {
  lab = await serveLab();
  at = `rocket://${lab.at}`;
});
afterAll(() => lab[Symbol.asyncDispose]());

test.concurrent("makes calls on the interaction in order, and ends it", async () => {
  const then = ["--then", 'add {"number": 2}', "--then", "Counter.add\n{}", "--then", 'upTo {"last": 102}'];
  const ended = await call(at, ["counter", '{"start":98}', ...then]);
  expect(ended).toEqual({ code: 4, stdout: "100\n", stderr: expect.stringMatching(/^internal_error: /) });
  await lab.heard("counter 100 ended: closed");
});

test.concurrent("calls streams and sinks of it, and what is named like its end", async () => {
  const then = ["--then", 'Counter.upTo {"last":9}', "--then", "addAll", "--then", "close"];
  const ended = await call(at, ["counter", '{"start":7}', ...then], { stdin: "1 1" });
  expect(ended).toEqual({ code: 0, stdout: "8\n9\n11\n5\n", stderr: "" });
  await lab.heard("counter 11 ended: closed");
});

test.concurrent("prints what is answered beside an interaction", async () => {
  const stdout = '{"name":"beside","ids":[9007199254740993],"color":"GREEN"}\n22\n';
  const ended = await call(at, ["counterWith", '{"start":20}', "--then", 'add {"number":2}']);
  expect(ended).toEqual({ code: 0, stdout, stderr: "" });
  await lab.heard("counter 22 ended: closed");
});

test.concurrent("prints what is streamed beside an interaction", async () => {
  const ended = await call(at, ["counterAnd", '{"start":30}', "--then", 'add {"number":3}']);
  expect(ended).toEqual({ code: 0, stdout: "1\n2\n33\n", stderr: "" });
  await lab.heard("counter 33 ended: closed");
});

test.concurrent("begins an interaction that the service performs", async () => {
  const ended = await call(at, ["Lab.createCounter", "--then", 'add {"number":1}', "--then", 'add {"number":1}']);
  expect(ended).toEqual({ code: 0, stdout: "1001\n1002\n", stderr: "" });
  await lab.heard("counter 1002 ended: closed");
});

test.concurrent("ends the interaction after a declared exception, and calls no more", async () => {
  const then = ["--then", 'add {"number": 13}', "--then", 'add {"number": 1}'];
  const ended = await call(at, ["counter", '{"start":50}', ...then]);
  expect(ended).toEqual({ code: 1, stdout: '{"broken":{"count":13}}\n', stderr: "" });
  await lab.heard("counter 50 ended: closed");
});

test.concurrent("prints a declared exception in the place of an interaction", async () => {
  const stdout = '{"notFound":{"key":"counter","id":9007199254740993}}\n';
  expect(await call(at, ["counter", '{"start":404}', "--then", "close"])).toEqual({ code: 1, stdout, stderr: "" });
});

test.concurrent("sends raw bytes as the arguments of the first call alone", async () => {
  const stdin = Uint8Array.from([0x0a, 0, 1, 0, 0, 0, 0, 0, 0, 0, 60, 0]);
  const args = ["counter", "--raw", "-", "--then", 'add {"number":2}', "--then", 'add {"number":3}'];
  const ended = await call(`${at}?protocol=binary`, args, { stdin });
  expect(ended).toEqual({ code: 0, stdout: "62\n65\n", stderr: "" });
  await lab.heard("counter 65 ended: closed");
});
