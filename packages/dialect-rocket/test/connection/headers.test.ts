import type { HeaderMap } from "@seapink/core";
import { expect, test } from "vitest";
import { ErrorCode } from "../../src/frames/frame-type.ts";
import type { RequestMetadata } from "../../src/metadata/request-metadata.ts";
import { request } from "../says.ts";
import { replyOf, served } from "../served.ts";

const long = "0".repeat(900);

const lowered: readonly (readonly [what: string, RequestMetadata, readonly (readonly [string, string])[]])[] = [
  ["a map", { otherMetadata: new Map([["a", "b"]]) }, [["a", "b"]]],
  ["a client", { clientId: "me" }, [["client_id", "me"]]],
  [
    "a tenant and a map",
    { tenantId: "us", otherMetadata: new Map([["a", "b"]]) },
    [
      ["a", "b"],
      ["tenant_id", "us"],
    ],
  ],
  ["a priority", { priority: 3 }, [["thrift_priority", "3"]]],
  ["a load", { loadMetric: "" }, [["load", ""]]],
  ["a pseudo-header, which nobody may forge", { otherMetadata: new Map([[":caller", "x"]]) }, []],
];

test.each(lowered)("a handler sees as headers %s", async (_, metadata, expected) => {
  const seen: HeaderMap[] = [];
  const { hand } = await served(({ headers }) => (seen.push(headers), Promise.resolve(replyOf("hello"))));
  hand.send(request(0, metadata));
  await hand.frame();
  expect(seen).toEqual([new Map(expected)]);
});

test.each<readonly [string, RequestMetadata]>([
  ["one that is long", { otherMetadata: new Map([["a", `${long}${long}`]]) }],
  [
    "several that are long together",
    {
      otherMetadata: new Map([
        ["a", long],
        ["b", long],
      ]),
    },
  ],
  ["one with a field of its own", { tenantId: `${long}${long}` }],
  ["one of a map, and one with a field of its own", { otherMetadata: new Map([["a", long]]), serviceTraceMeta: long }],
  ["too many", { otherMetadata: new Map(["a", "b", "c", "d"].map((name) => [name, ""])) }],
  [
    "too many, one with a field of its own",
    { otherMetadata: new Map(["a", "b", "c"].map((name) => [name, ""])), clientId: "" },
  ],
])("a call is refused with headers beyond the limit: %s", async (_, metadata) => {
  const { hand } = await served(() => Promise.resolve(replyOf("hello")), {
    limits: { maxHeaders: 3, maxHeaderBytes: 1000 },
  });
  hand.send(request(0, metadata), request(0, {}, { streamId: 3 }));
  expect(await hand.soFar()).toMatchObject([{ streamId: 1, word: ErrorCode.invalid }, { streamId: 3 }]);
});
