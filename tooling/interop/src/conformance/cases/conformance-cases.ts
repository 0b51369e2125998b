import { bidiCases } from "./bidi-cases.ts";
import type { Audience, ConformanceCase } from "./conformance-case.ts";
import { interactionCases } from "./interaction-cases.ts";
import { requestResponseCases } from "./request-response-cases.ts";
import { sinkCases } from "./sink-cases.ts";
import { streamCases } from "./stream-cases.ts";

const all = [...requestResponseCases, ...streamCases, ...sinkCases, ...bidiCases, ...interactionCases];

/** fbthrift's ThriftRPCServerTest, for a server under test, or its ThriftRPCClientTest. */
export function conformanceCases(tested: Exclude<Audience, "both">): readonly ConformanceCase[] {
  return all.filter(({ audience }) => audience === "both" || audience === tested);
}
