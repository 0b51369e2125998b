import { exiting, repeated } from "@seapink/addresses/command";
import { addressForms } from "@seapink/addresses/notation";
import type { Command } from "commander";
import type { CallRequest } from "../call/run-call.ts";
import { addCallOptions, type CallOptions } from "../calling/call-options.ts";
import { addIdlOptions } from "../idl-options.ts";

const details = `
ADDRESS is one of ${addressForms}.
METHOD is Service.method, or method where only one service has it. An interaction that the service performs begins with
Service.createNAME. JSON is an object with the arguments by name; without it, {}; - reads it from standard input, to its end,
or for a sink up to where its items begin.

A result is printed as one line of JSON, a stream as a line for each item, and a response before that as {"response": …}.
A sink reads its items as JSON, one after another, from standard input; if the arguments come from there too, they are first.

Exit code: 0, which after a oneway means that it was written, not that anybody took it; 1 for a declared exception, printed
as {"nameInThrows": {…}}; 2 for a mistake in what is given; 3 if there was no connection or no answer in time; 4 for a system
error of the server; 130 when interrupted.

Examples:
  $ seapink call tcp://localhost:9090 KeyValue.get '{"key": "a"}' --idl keyvalue.thrift
  $ echo '{"key": "a"}' | seapink call rocket://localhost:9090 get - --idl keyvalue.thrift -H 'trace: 7' -v
  $ seapink call rocket://localhost:9091 FileServer.openAndStat '{"path": "a.txt"}' --idl fileserver.thrift \\
      --then 'seek {"delta": 10}' --then 'FileAccess.read {"bytes": 100}'
  $ seapink call rocket://localhost:9091 write '{"path": "b"}' --idl filestore.thrift --items chunks.jsonl --timeout 1m`;

type Options = Omit<CallRequest, "address" | "method" | "json" | "timeoutMs" | "behind"> &
  CallOptions & { readonly then?: readonly string[] };

export type RunCall = (request: CallRequest) => Promise<number>;

/** @param run what is done with what the command is asked for */
export function addCall(program: Command, run: RunCall = runIt): void {
  const command = program
    .command("call <address> <method> [json]")
    .description("call a method of any service, with arguments and results in JSON");
  addCallOptions(
    command,
    "how long to wait, as 500ms, 2s or 1m: for the connection, for each (first) response, and for what ends a sink " +
      "after its last item; a stream may take longer",
  )
    .option("--pretty", "print JSON on several lines")
    .option(
      "--raw <file>",
      "bytes to send as the arguments, a struct in the protocol of the address; - reads standard input",
    )
    .option("--items <file>", "where the items of a sink come from (default: standard input)")
    .option(
      "--then <'method json'>",
      "a call on the interaction that the call before created; repeatable, in order",
      repeated,
    )
    .option("-v, --verbose", "print the headers of answers, and how long they took, on standard error")
    .addHelpText("after", details);
  addIdlOptions(command).action(
    exiting((address: string, method: string, json: string | undefined, options: Options) => {
      const { timeout: timeoutMs, then: behind, ...rest } = options;
      return run({ ...rest, address, method, json, timeoutMs, behind });
    }),
  );
}

/** What calling needs is not loaded before somebody calls. */
async function runIt(request: CallRequest): Promise<number> {
  const { runCall } = await import("../call/run-call.ts");
  return runCall(request);
}
