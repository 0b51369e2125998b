import { parseAddress } from "@seapink/addresses";
import { expect, test } from "vitest";
import { unsentHeaders } from "../../src/calling/unsent-headers.ts";

const headers = new Map([
  ["trace", "7"],
  ["as", "me"],
]);

test.each(["tcp://127.0.0.1:9090", "unix:/tmp/kv.sock", "tcp://127.0.0.1:9090?framing=unframed"])(
  "tells that %s carries no headers",
  (at) => {
    const address = parseAddress(at);
    expect(unsentHeaders(address, headers)).toBe(`-H: trace, as not sent, since ${at} carries no headers`);
    expect(unsentHeaders(address, new Map())).toBeUndefined();
  },
);

test("tells so of any dialect, of which a client takes one without", () => {
  expect(unsentHeaders(parseAddress("any://127.0.0.1:9090"), headers)).toMatch(/^-H: trace, as not sent/);
});

test("has nothing to tell where headers are sent", () => {
  expect(unsentHeaders(parseAddress("rocket://127.0.0.1:9090"), headers)).toBeUndefined();
});
