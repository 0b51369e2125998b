import { noHeaders } from "@seapink/core";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { liftRequest, liftResponse, lowerRequest, lowerResponse } from "../../src/payloads/lifted-headers.ts";

const requestFields = {
  load: ["loadMetric", "cpu", "cpu"],
  secondary_load: ["secondaryLoadMetric", "mem", "mem"],
  stopper_metric: ["stopperMetric", "s", "s"],
  gr_load: ["grLoadMetric", "g", "g"],
  client_id: ["clientId", "me", "me"],
  service_trace_meta: ["serviceTraceMeta", "t", "t"],
  tenant_id: ["tenantId", "x", "x"],
  queue_timeout: ["queueTimeoutMs", "100", 100],
  thrift_priority: ["priority", "3", 3],
} as const;

const responseFields = {
  load: ["load", "7", 7n],
  secondary_load: ["secondaryLoad", "-7", -7n],
  stopper_metric: ["stopperMetric", "0", 0n],
  gr_load: ["grLoad", "123456789012345678", 123_456_789_012_345_678n],
} as const;

describe("a request", () => {
  test.each(Object.entries(requestFields))("has a field for %s, both ways", (name, [field, text, value]) => {
    const headers = new Map([[name, text]]);
    expect(liftRequest(headers)).toEqual({ [field]: value });
    expect(lowerRequest(noHeaders, { [field]: value })).toEqual(headers);
  });

  test.each(["", "x", "-1", "1.5", "2147483648", "00000000001", "١"])(
    "keeps %j as a header where a number is expected",
    (value) => {
      const headers = new Map([["queue_timeout", value]]);
      expect(liftRequest(headers)).toEqual({ otherMetadata: headers });
    },
  );

  test("keeps other headers, and drops pseudo-headers, both ways", () => {
    const headers = new Map([
      [":to", "x"],
      ["k", "v"],
      ["constructor", "c"],
    ]);
    const kept = new Map([
      ["k", "v"],
      ["constructor", "c"],
    ]);
    expect(liftRequest(headers)).toEqual({ otherMetadata: kept });
    expect(lowerRequest(headers, {})).toEqual(kept);
  });

  test("of nothing but pseudo-headers has none", () => {
    const headers = new Map([[":to", "x"]]);
    expect(liftRequest(headers)).toEqual({});
    expect(lowerRequest(headers, {})).toBe(noHeaders);
    expect(lowerRequest(noHeaders, { name: "x", kind: 0 })).toBe(noHeaders);
  });

  test("believes the field rather than a header of that name", () => {
    expect(lowerRequest(new Map([["client_id", "liar"]]), { clientId: "me" })).toEqual(new Map([["client_id", "me"]]));
  });

  test("shows a field that is empty or 0", () => {
    expect(lowerRequest(noHeaders, { clientId: "", priority: 0 })).toEqual(
      new Map([
        ["client_id", ""],
        ["thrift_priority", "0"],
      ]),
    );
  });
});

describe("a response", () => {
  test.each(Object.entries(responseFields))("has a field for %s, both ways", (name, [field, text, value]) => {
    const headers = new Map([[name, text]]);
    expect(liftResponse(headers)).toEqual({ [field]: value });
    expect(lowerResponse(noHeaders, { [field]: value })).toEqual(headers);
  });

  test.each(["", "x", "1.5", "1234567890123456789", "--1", "1n"])("keeps %j as a header", (value) => {
    const headers = new Map([["load", value]]);
    expect(liftResponse(headers)).toEqual({ otherMetadata: headers });
  });

  test("keeps other headers, and drops pseudo-headers, both ways", () => {
    const headers = new Map([
      [":to", "x"],
      ["k", "v"],
    ]);
    const kept = new Map([["k", "v"]]);
    expect(liftResponse(headers)).toEqual({ otherMetadata: kept });
    expect(lowerResponse(headers, {})).toEqual(kept);
    expect(lowerResponse(new Map([[":to", "x"]]), {})).toBe(noHeaders);
    expect(lowerResponse(noHeaders, {})).toBe(noHeaders);
  });
});

const names = fc.oneof(
  fc.constantFrom(...Object.keys(requestFields), ...Object.keys(responseFields)),
  fc.string().filter((name) => !name.startsWith(":")),
);
// Numbers lose the zeros before them.
const isCanonical = (value: string): boolean => !/^-?0\d|^-0/.test(value);
const values = fc.oneof(fc.string().filter(isCanonical), fc.nat().map(String));

test("gives every header back as it was", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(names, values)), (entries) => {
      const headers = new Map(entries);
      const request = liftRequest(headers);
      expect(lowerRequest(request.otherMetadata ?? noHeaders, request)).toEqual(headers);
      const response = liftResponse(headers);
      expect(lowerResponse(response.otherMetadata ?? noHeaders, response)).toEqual(headers);
    }),
  );
});
