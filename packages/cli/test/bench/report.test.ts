import { ApplicationError, TransportError } from "@seapink/core";
import { expect, test } from "vitest";
import { jsonOf, type Setup, tableOf } from "../../src/bench/report.ts";
import { Tally } from "../../src/bench/tally.ts";

const setup: Setup = {
  method: "KeyValue.get",
  address: "tcp://127.0.0.1:9090",
  inFlight: 64,
  connections: 2,
  rate: undefined,
};

function tally(): Tally {
  const tally = new Tally();
  for (let i = 0; i < 3; i++) tally.succeeded(10, 2);
  tally.raised("NotFound", 20);
  tally.failed(new TransportError("timed_out", "too late"));
  tally.failed(new TransportError("timed_out", "too late"));
  tally.failed(new Error("odd"));
  tally.seconds = 2;
  tally.unfinished = 1;
  return tally;
}

test("shows a table", () => {
  expect(tableOf(setup, tally())).toBe(
    `KeyValue.get at tcp://127.0.0.1:9090: 64 in flight on 2 connections, 2.0 s
  calls                    4
  calls/s                2.0
  items                    6
  items/s                3.0
  p50                  9.987 ms
  p90                 20.000 ms
  p99                 20.000 ms
  p99.9               20.000 ms
  max                 20.000 ms
  exception NotFound       1
  error timed_out          2
  error error              1
  unfinished               1`,
  );
});

test("shows a table of nothing, without numbers that there are none of", () => {
  expect(tableOf({ ...setup, connections: 1, rate: 5 }, new Tally())).toBe(
    `KeyValue.get at tcp://127.0.0.1:9090: 64 in flight on 1 connection, 5 calls/s wanted, 0.0 s
  calls      0
  calls/s  0.0`,
  );
});

test("writes JSON", () => {
  expect(JSON.parse(jsonOf({ ...setup, rate: 100 }, tally()))).toEqual({
    ...setup,
    rate: 100,
    seconds: 2,
    calls: 4,
    callsPerSecond: 2,
    results: 3,
    items: 6,
    latencyMs: { p50: expect.closeTo(10, 0), p90: 20, p99: 20, "p99.9": 20, max: 20 },
    exceptions: { NotFound: 1 },
    errors: { timed_out: 2, error: 1 },
    unfinished: 1,
  });
  expect(JSON.parse(jsonOf(setup, new Tally()))).toMatchObject({ calls: 0, callsPerSecond: 0, latencyMs: {} });
});

const [lost, unknown] = [
  new TransportError("closed", "lost"),
  new ApplicationError("unknown_method", "no such method"),
];

test.each([
  ["an error of the server before one of the way", [unknown, lost], unknown],
  ["an error of the way", [lost], lost],
  ["the last of several", [new TransportError("closed", "lost"), lost], lost],
  ["nothing where nothing failed", [], undefined],
])("tells as the failure %s", (_, errors, failure) => {
  const tally = new Tally();
  for (const error of errors) tally.failed(error);
  expect(tally.failure).toBe(failure);
  tally.raised("NotFound", 1);
  expect(tally.failure).toBeUndefined();
});
