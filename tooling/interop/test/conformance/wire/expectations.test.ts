import { expect, test } from "vitest";
import { conformanceCases } from "../../../src/conformance/cases/conformance-cases.ts";
import { missingOnWire } from "../../../src/conformance/wire/expectations.ts";
import { begun, client, server } from "./frames.ts";

const about = /Fragmentation|SubsequentCredits|(Stream|Sink).*Timeout|Interaction/;
const all = [...new Set([...conformanceCases("client"), ...conformanceCases("server")])];

test.each(all)("$name is seen on the wire where it is about that", (tried) => {
  const plain = [...begun, client.stream(101), server.item(), server.complete()];
  expect(missingOnWire(tried, plain).length > 0).toBe(about.test(tried.name));
});
