import type { ClientTestResult, Message, RpcTestCase, ServerTestResult } from "./shapes.ts";

interface Asked {
  readonly req: Message;
}

interface Call<Args, Returns = undefined> {
  readonly kind: "call";
  readonly args: Args;
  readonly returns: Returns;
}

interface Stream<Returns = undefined> {
  readonly kind: "stream";
  readonly args: Asked;
  readonly returns: Returns;
  readonly stream: Message;
}

interface Sink<Returns = undefined> {
  readonly kind: "sink";
  readonly args: Asked;
  readonly returns: Returns;
  readonly sink: Message;
  readonly final: Message;
}

interface Bidi<Returns = undefined> {
  readonly kind: "bidi";
  readonly args: Asked;
  readonly returns: Returns;
  readonly sink: Message;
  readonly stream: Message;
}

export interface BasicInteraction {
  readonly init: Call<object>;
  readonly add: Call<{ readonly i: number }, number>;
}

/** `RPCConformanceService` of `idl/rpc.thrift`. */
export interface ConformanceMethods {
  readonly sendTestCase: Call<{ readonly testCase: Partial<RpcTestCase> }>;
  readonly getTestResult: Call<object, ServerTestResult>;
  readonly getTestCase: Call<object, Partial<RpcTestCase>>;
  readonly sendTestResult: Call<{ readonly result: ClientTestResult }>;
  readonly requestResponseBasic: Call<Asked, Message>;
  readonly requestResponseDeclaredException: Call<Asked>;
  readonly requestResponseUndeclaredException: Call<Asked>;
  readonly requestResponseNoArgVoidResponse: Call<object>;
  readonly requestResponseTimeout: Call<Asked, Message>;
  readonly streamBasic: Stream;
  readonly streamChunkTimeout: Stream;
  readonly streamInitialResponse: Stream<Message>;
  readonly streamCreditTimeout: Stream;
  readonly streamDeclaredException: Stream;
  readonly streamUndeclaredException: Stream;
  readonly streamInitialDeclaredException: Stream;
  readonly streamInitialUndeclaredException: Stream;
  readonly streamInitialTimeout: Stream;
  readonly sinkBasic: Sink;
  readonly sinkChunkTimeout: Sink;
  readonly sinkInitialResponse: Sink<Message>;
  readonly sinkInitialDeclaredException: Sink;
  readonly sinkDeclaredException: Sink;
  readonly sinkServerDeclaredException: Sink;
  readonly sinkUndeclaredException: Sink;
  readonly createBasicInteraction: { readonly kind: "constructor"; readonly creates: BasicInteraction };
  readonly basicInteractionFactoryFunction: Call<{ readonly initialSum: number }> & {
    readonly creates: BasicInteraction;
  };
  readonly bidiBasic: Bidi;
  readonly bidiInitialResponse: Bidi<Message>;
  readonly bidiStreamDeclaredException: Bidi;
  readonly bidiStreamUndeclaredException: Bidi;
  readonly bidiSinkDeclaredException: Bidi;
  readonly bidiSinkUndeclaredException: Bidi;
  readonly bidiMethodDeclaredException: Bidi;
  readonly bidiMethodUndeclaredException: Bidi;
}
