import { compile } from "@seapink/idl";
import { createClient, local } from "@seapink/rpc";
import { expect, test } from "vitest";
import { KeyValue } from "../src/gen/keyvalue.ts";
import { keyValueHandler } from "../src/handler.ts";
import type { Store } from "../src/store.ts";

const untouched: Store = {
  get: () => expect.unreachable("read"),
  set: () => expect.unreachable("written"),
  close: () => Promise.resolve(),
};

// The service as a client sees it that leaves arguments out.
const sparse = compile({
  "sparse.thrift": `service KeyValue {
    string get(1: optional string key),
    string set(1: optional string key, 2: optional string value),
  }`,
}).service("KeyValue");

test.each([
  ["get", {}, "key"],
  ["set", { value: "v" }, "key"],
  ["set", { key: "k" }, "value"],
])("refuses %s of %j", async (method, args, missing) => {
  const handler = keyValueHandler(untouched);
  await using channel = local(handler);
  const client = createClient(sparse, channel) as unknown as Record<string, (args: object) => Promise<string>>;
  await expect(client[method]?.(args)).rejects.toMatchObject({
    code: "protocol_error",
    message: `${missing}: expected a string, got none`,
  });
});

test.each([
  ["get", { key: "k".repeat(1025) }],
  ["set", { key: "k".repeat(1025), value: "v" }],
])("refuses %s of a key that is too long, whatever the client", async (method, args) => {
  await using channel = local(keyValueHandler(untouched));
  const client = createClient(KeyValue, channel) as unknown as Record<string, (args: object) => Promise<string>>;
  await expect(client[method]?.(args)).rejects.toMatchObject({
    code: "protocol_error",
    message: "key: expected at most 1024 bytes, got 1025",
  });
});
