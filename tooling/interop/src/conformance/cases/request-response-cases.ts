import { type ConformanceCase, conformanceCase } from "./conformance-case.ts";
import { large, message } from "./payloads.ts";

const hello = { request: message("hello") };
const world = { response: message("world") };
const thrown = { userException: { msg: "world" } };
const told = { exceptionMessage: "my undeclared exception" };

export const requestResponseCases: readonly ConformanceCase[] = [
  conformanceCase("RequestResponseBasic", "requestResponseBasic", {
    clientInstruction: hello,
    serverInstruction: world,
    clientTestResult: world,
    serverTestResult: hello,
  }),
  conformanceCase("RequestResponseDeclaredException", "requestResponseDeclaredException", {
    clientInstruction: hello,
    serverInstruction: thrown,
    clientTestResult: thrown,
    serverTestResult: hello,
  }),
  conformanceCase("RequestResponseUndeclaredException", "requestResponseUndeclaredException", {
    clientInstruction: hello,
    serverInstruction: told,
    clientTestResult: told,
    serverTestResult: hello,
  }),
  conformanceCase("RequestResponseNoArgVoidResponse", "requestResponseNoArgVoidResponse", {
    clientInstruction: {},
    serverInstruction: {},
    clientTestResult: {},
    serverTestResult: {},
  }),
  conformanceCase("RequestResponseFragmentation", "requestResponseBasic", {
    clientInstruction: { request: large },
    serverInstruction: { response: large },
    clientTestResult: { response: large },
    serverTestResult: { request: large },
  }),
  conformanceCase(
    "RequestResponseTimeout",
    "requestResponseTimeout",
    {
      clientInstruction: { ...hello, timeoutMs: 100n },
      serverInstruction: { timeoutMs: 150n },
      clientTestResult: { timeoutException: true },
      serverTestResult: hello,
    },
    "client",
  ),
];
