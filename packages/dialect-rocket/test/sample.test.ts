import { noHeaders } from "@seapink/core";
import { expect, test } from "vitest";
import { begin } from "./sample.ts";

test("the sample of the README opens a connection and closes it", async () => {
  const opened = await begin(async () => ({
    headers: noHeaders,
    body: Uint8Array.of(0),
    exception: undefined,
    protocol: undefined,
    items: undefined,
  }));
  expect(opened).toHaveLength(2);
  for (const one of opened) await one[Symbol.asyncDispose]();
});
