import { type ConformanceCase, conformanceCase } from "./conformance-case.ts";
import { hundred, message } from "./payloads.ts";

const hello = { request: message("hello") };
const sent = { ...hello, sinkPayloads: hundred };
const request = { request: message("request"), sinkPayloads: hundred };
const streamed = { streamPayloads: hundred };
const initial = { ...streamed, initialResponse: message("world") };
const streamThrown = { ...streamed, userException: { msg: "stream_error" } };
const streamTold = { ...streamed, exceptionMessage: "stream_error" };
const sinkThrown = { ...request, userException: { msg: "user_exception" } };
const sinkTold = { ...request, exceptionMessage: "undeclared_exception" };
const methodThrown = { userException: { msg: "method_error" } };
const methodTold = { exceptionMessage: "method_error" };

export const bidiCases: readonly ConformanceCase[] = [
  conformanceCase("BidiBasic", "bidiBasic", {
    clientInstruction: sent,
    serverInstruction: streamed,
    clientTestResult: streamed,
    serverTestResult: sent,
  }),
  conformanceCase("BidiInitialResponse", "bidiInitialResponse", {
    clientInstruction: sent,
    serverInstruction: initial,
    clientTestResult: initial,
    serverTestResult: sent,
  }),
  conformanceCase("BidiStreamDeclaredException", "bidiStreamDeclaredException", {
    clientInstruction: sent,
    serverInstruction: streamThrown,
    clientTestResult: streamThrown,
    serverTestResult: sent,
  }),
  conformanceCase("BidiStreamUndeclaredException", "bidiStreamUndeclaredException", {
    clientInstruction: sent,
    serverInstruction: streamTold,
    clientTestResult: streamTold,
    serverTestResult: sent,
  }),
  conformanceCase("BidiSinkDeclaredException", "bidiSinkDeclaredException", {
    clientInstruction: sinkThrown,
    serverInstruction: streamed,
    clientTestResult: { ...streamed, sinkThrew: true },
    serverTestResult: sinkThrown,
  }),
  conformanceCase("BidiSinkUndeclaredException", "bidiSinkUndeclaredException", {
    clientInstruction: sinkTold,
    serverInstruction: streamed,
    clientTestResult: { ...streamed, sinkThrew: true },
    serverTestResult: sinkTold,
  }),
  conformanceCase("BidiMethodDeclaredException", "bidiMethodDeclaredException", {
    clientInstruction: hello,
    serverInstruction: methodThrown,
    clientTestResult: methodThrown,
    serverTestResult: hello,
  }),
  conformanceCase("BidiMethodUndeclaredException", "bidiMethodUndeclaredException", {
    clientInstruction: hello,
    serverInstruction: methodTold,
    clientTestResult: methodTold,
    serverTestResult: hello,
  }),
];
