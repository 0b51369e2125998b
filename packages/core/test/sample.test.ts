import { type Call, type Handler, noHeaders, type Reply } from "@seapink/core";
import { expect, test } from "vitest";
import { named } from "./sample.ts";

const call: Call = {
  service: undefined,
  method: "get",
  kind: "call",
  protocol: undefined,
  headers: noHeaders,
  body: new Uint8Array(0),
  items: undefined,
  interaction: undefined,
  deadline: undefined,
  signal: undefined,
  scope: undefined,
  identity: undefined,
};

/** Answers with the caller as a header. */
const handler: Handler = ({ identity, body, protocol }) => {
  const reply: Reply = {
    headers: new Map([["caller", String(identity)]]),
    body,
    protocol,
    items: undefined,
    exception: undefined,
  };
  return Promise.resolve(reply);
};

test("the sample of the README tells the handler who calls", async () => {
  const reply = await named(handler)({ ...call, headers: new Map([["caller", "ada"]]) });
  expect(reply?.headers.get("caller")).toBe("ada");
});

test("the sample of the README refuses whoever does not say", async () => {
  await expect(named(handler)(call)).rejects.toMatchObject({ code: "permission_denied", mayHaveRun: false });
});
