import { parseAddress } from "@seapink/addresses";
import { ApplicationError, ProtocolError, TransportError } from "@seapink/core";
import { expect, test } from "vitest";
import { explainedLoss } from "../../src/call/explained-loss.ts";

const lost = new TransportError("closed", "lost the connection to it: ECONNRESET");
const strange = new ProtocolError("size_limit", "expected less");

function loss(cause: unknown): TransportError {
  return new TransportError("closed", "get: lost", { cause });
}

test.each([
  ["tcp://h:1", "framed binary"],
  ["tcp://h:1?framing=unframed&protocol=json", "unframed json"],
  ["any://h:1", "framed binary"],
  ["unix:/tmp/a.sock?protocol=compact", "framed compact"],
  ["rocket://h:1", "Rocket"],
  ["rockets://h:1", "Rocket over TLS"],
  ["tls://h:1", "framed binary over TLS"],
])("asks what a peer at %s speaks that ends without an answer", (at, spoken) => {
  const message = `get: lost; does it speak ${spoken}?`;
  expect(explainedLoss(loss(undefined), parseAddress(at), false)).toMatchObject({ code: "closed", message });
});

test.each([
  ["what the connection was lost by", loss(lost), false, `get: lost: ${lost.message}; does it speak framed binary?`],
  ["no more of a peer that has answered", loss(undefined), true, "get: lost"],
  ["what we could not read", loss(strange), false, "get: lost: expected less"],
  ["why nobody may call", new TransportError("not_open", "closed", { cause: lost }), true, `closed: ${lost.message}`],
])("says %s", (_, error, isAnswered, message) => {
  expect(explainedLoss(error, parseAddress("tcp://h:1"), isAnswered)).toMatchObject({ message });
});

test.each([
  new TransportError("timed_out", "late", { cause: lost }),
  new ApplicationError("overloaded", "too much"),
  new Error("other"),
  strange,
])("leaves %s as it is", (error) => {
  expect(explainedLoss(error, parseAddress("tcp://h:1"), false)).toBe(error);
});
