import { type ConformanceCase, conformanceCase } from "./conformance-case.ts";
import { hundred, large, message, usualBuffer } from "./payloads.ts";

const hello = { request: message("hello") };
const request = { request: message("request") };
const sent = { ...hello, sinkPayloads: hundred };
const final = { finalResponse: message("world") };
const both = { initialResponse: message("hello"), ...final };
const threw = { sinkThrew: true };

export const sinkCases: readonly ConformanceCase[] = [
  conformanceCase("SinkBasic", "sinkBasic", {
    clientInstruction: sent,
    serverInstruction: { ...final, bufferSize: usualBuffer },
    clientTestResult: final,
    serverTestResult: sent,
  }),
  conformanceCase("SinkFragmentation", "sinkBasic", {
    clientInstruction: { request: large, sinkPayloads: [large] },
    serverInstruction: { finalResponse: large, bufferSize: usualBuffer },
    clientTestResult: { finalResponse: large },
    serverTestResult: { request: large, sinkPayloads: [large] },
  }),
  conformanceCase("SinkSubsequentCredits", "sinkBasic", {
    clientInstruction: sent,
    serverInstruction: { ...final, bufferSize: 10n },
    clientTestResult: final,
    serverTestResult: sent,
  }),
  conformanceCase("SinkInitialResponse", "sinkInitialResponse", {
    clientInstruction: sent,
    serverInstruction: { ...both, bufferSize: usualBuffer },
    clientTestResult: both,
    serverTestResult: sent,
  }),
  conformanceCase("SinkDeclaredException", "sinkDeclaredException", {
    clientInstruction: { ...request, userException: { msg: "user_exception" } },
    serverInstruction: { bufferSize: usualBuffer },
    clientTestResult: threw,
    serverTestResult: { ...request, userException: { msg: "user_exception" } },
  }),
  conformanceCase("SinkUndeclaredException", "sinkUndeclaredException", {
    clientInstruction: { ...request, exceptionMessage: "undeclared_exception" },
    serverInstruction: { bufferSize: usualBuffer },
    clientTestResult: threw,
    serverTestResult: { ...request, exceptionMessage: "undeclared_exception" },
  }),
  conformanceCase("SinkInitialDeclaredException", "sinkInitialDeclaredException", {
    clientInstruction: hello,
    serverInstruction: { bufferSize: usualBuffer, userException: { msg: "initial declared exception" } },
    clientTestResult: threw,
    serverTestResult: hello,
  }),
  conformanceCase("SinkServerDeclaredException", "sinkServerDeclaredException", {
    clientInstruction: hello,
    serverInstruction: { bufferSize: usualBuffer, userException: { msg: "server declared exception" } },
    clientTestResult: threw,
    serverTestResult: hello,
  }),
  conformanceCase(
    "SinkChunkTimeout",
    "sinkChunkTimeout",
    {
      clientInstruction: { ...sent, chunkTimeoutMs: 150n },
      serverInstruction: { ...final, chunkTimeoutMs: 100n },
      clientTestResult: { chunkTimeoutException: true },
      serverTestResult: { ...sent, chunkTimeoutException: true },
    },
    "server",
  ),
];
