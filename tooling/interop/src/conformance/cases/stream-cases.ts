import { type ConformanceCase, conformanceCase } from "./conformance-case.ts";
import { hundred, large, message, usualBuffer } from "./payloads.ts";

const hello = { request: message("hello") };
const streamed = { streamPayloads: hundred };
const thrown = { userException: { msg: "world" } };
const told = { exceptionMessage: "world" };
const initial = { ...streamed, initialResponse: message("world") };

export const streamCases: readonly ConformanceCase[] = [
  conformanceCase("StreamBasic", "streamBasic", {
    clientInstruction: { ...hello, bufferSize: usualBuffer },
    serverInstruction: streamed,
    clientTestResult: streamed,
    serverTestResult: hello,
  }),
  conformanceCase("StreamFragmentation", "streamBasic", {
    clientInstruction: { request: large, bufferSize: usualBuffer },
    serverInstruction: { streamPayloads: [large] },
    clientTestResult: { streamPayloads: [large] },
    serverTestResult: { request: large },
  }),
  conformanceCase("StreamInitialResponse", "streamInitialResponse", {
    clientInstruction: hello,
    serverInstruction: initial,
    clientTestResult: initial,
    serverTestResult: hello,
  }),
  conformanceCase("StreamSubsequentCredits", "streamBasic", {
    clientInstruction: { ...hello, bufferSize: 10n },
    serverInstruction: streamed,
    clientTestResult: streamed,
    serverTestResult: hello,
  }),
  ...(["streamDeclaredException", "streamInitialDeclaredException"] as const).map((field) =>
    conformanceCase(capitalized(field), field, {
      clientInstruction: hello,
      serverInstruction: thrown,
      clientTestResult: thrown,
      serverTestResult: hello,
    }),
  ),
  ...(["streamUndeclaredException", "streamInitialUndeclaredException"] as const).map((field) =>
    conformanceCase(capitalized(field), field, {
      clientInstruction: hello,
      serverInstruction: told,
      clientTestResult: told,
      serverTestResult: hello,
    }),
  ),
  conformanceCase(
    "StreamChunkTimeout",
    "streamChunkTimeout",
    {
      clientInstruction: { ...hello, chunkTimeoutMs: 100n },
      serverInstruction: { ...streamed, chunkTimeoutMs: 150n },
      clientTestResult: { ...streamed, chunkTimeoutException: true },
      serverTestResult: hello,
    },
    "client",
  ),
  conformanceCase(
    "StreamCreditTimeout",
    "streamCreditTimeout",
    {
      clientInstruction: { ...hello, creditTimeoutMs: 100n },
      serverInstruction: { ...streamed, streamExpireTime: 50n },
      clientTestResult: { creditTimeoutException: true },
      serverTestResult: hello,
    },
    "client",
  ),
  conformanceCase(
    "StreamInitialTimeout",
    "streamInitialTimeout",
    {
      clientInstruction: { ...hello, timeoutMs: 100n },
      serverInstruction: { timeoutMs: 150n },
      clientTestResult: { timeoutException: true },
      serverTestResult: hello,
    },
    "client",
  ),
];

function capitalized(field: string): string {
  return field.slice(0, 1).toUpperCase() + field.slice(1);
}
