// The service of fbthrift's conformance suite for RPC (thrift/conformance/if/rpc.thrift there): what its participants
// say to each other, by the same names and ids. What a client is to do, what its server is to do, and what either has
// seen have a struct each for every method.

struct Request {
  1: string data;
  2: optional i32 num;
}

struct Response {
  1: string data;
  2: optional i32 num;
}

exception UserException {
  1: string msg;
}

// Calls: one request, one answer.

struct RequestResponseBasicClientInstruction {
  1: Request request;
}

struct RequestResponseBasicServerInstruction {
  1: Response response;
}

struct RequestResponseBasicClientTestResult {
  1: Response response;
}

struct RequestResponseBasicServerTestResult {
  1: Request request;
}

struct RequestResponseDeclaredExceptionClientInstruction {
  1: Request request;
}

struct RequestResponseDeclaredExceptionServerInstruction {
  1: optional UserException userException;
}

struct RequestResponseDeclaredExceptionClientTestResult {
  1: optional UserException userException;
}

struct RequestResponseDeclaredExceptionServerTestResult {
  1: Request request;
}

struct RequestResponseNoArgVoidResponseClientInstruction {}

struct RequestResponseNoArgVoidResponseServerInstruction {}

struct RequestResponseNoArgVoidResponseClientTestResult {}

struct RequestResponseNoArgVoidResponseServerTestResult {}

struct RequestResponseUndeclaredExceptionClientInstruction {
  1: Request request;
}

struct RequestResponseUndeclaredExceptionServerInstruction {
  1: string exceptionMessage;
}

struct RequestResponseUndeclaredExceptionClientTestResult {
  1: string exceptionMessage;
}

struct RequestResponseUndeclaredExceptionServerTestResult {
  1: Request request;
}

struct RequestResponseTimeoutClientInstruction {
  1: Request request;
  2: i64 timeoutMs;
}

struct RequestResponseTimeoutServerInstruction {
  1: i64 timeoutMs;
}

struct RequestResponseTimeoutClientTestResult {
  1: bool timeoutException;
}

struct RequestResponseTimeoutServerTestResult {
  1: Request request;
}

// Streams: an answer, perhaps with a value, then what the server sends.

struct StreamBasicClientInstruction {
  1: Request request;
  2: i64 bufferSize;
}

struct StreamBasicServerInstruction {
  1: list<Response> streamPayloads;
}

struct StreamBasicClientTestResult {
  1: list<Response> streamPayloads;
}

struct StreamBasicServerTestResult {
  1: Request request;
}

struct StreamChunkTimeoutClientInstruction {
  1: Request request;
  2: i64 chunkTimeoutMs;
}

struct StreamChunkTimeoutServerInstruction {
  1: list<Response> streamPayloads;
  2: i64 chunkTimeoutMs;
}

struct StreamChunkTimeoutClientTestResult {
  1: list<Response> streamPayloads;
  2: bool chunkTimeoutException;
}

struct StreamChunkTimeoutServerTestResult {
  1: Request request;
}

struct StreamInitialResponseClientInstruction {
  1: Request request;
}

struct StreamInitialResponseServerInstruction {
  1: list<Response> streamPayloads;
  2: Response initialResponse;
}

struct StreamInitialResponseClientTestResult {
  1: list<Response> streamPayloads;
  2: Response initialResponse;
}

struct StreamInitialResponseServerTestResult {
  1: Request request;
}

struct StreamCreditTimeoutClientInstruction {
  1: Request request;
  2: i64 creditTimeoutMs;
}

struct StreamCreditTimeoutServerInstruction {
  1: list<Response> streamPayloads;
  2: i64 streamExpireTime;
}

struct StreamCreditTimeoutClientTestResult {
  1: bool creditTimeoutException;
}

struct StreamCreditTimeoutServerTestResult {
  1: Request request;
}

struct StreamDeclaredExceptionClientInstruction {
  1: Request request;
}

struct StreamDeclaredExceptionServerInstruction {
  1: optional UserException userException;
}

struct StreamDeclaredExceptionClientTestResult {
  1: optional UserException userException;
}

struct StreamDeclaredExceptionServerTestResult {
  1: Request request;
}

struct StreamUndeclaredExceptionClientInstruction {
  1: Request request;
}

struct StreamUndeclaredExceptionServerInstruction {
  1: string exceptionMessage;
}

struct StreamUndeclaredExceptionClientTestResult {
  1: string exceptionMessage;
}

struct StreamUndeclaredExceptionServerTestResult {
  1: Request request;
}

struct StreamInitialDeclaredExceptionClientInstruction {
  1: Request request;
}

struct StreamInitialDeclaredExceptionServerInstruction {
  1: optional UserException userException;
}

struct StreamInitialDeclaredExceptionClientTestResult {
  1: optional UserException userException;
}

struct StreamInitialDeclaredExceptionServerTestResult {
  1: Request request;
}

struct StreamInitialUndeclaredExceptionClientInstruction {
  1: Request request;
}

struct StreamInitialUndeclaredExceptionServerInstruction {
  1: string exceptionMessage;
}

struct StreamInitialUndeclaredExceptionClientTestResult {
  1: string exceptionMessage;
}

struct StreamInitialUndeclaredExceptionServerTestResult {
  1: Request request;
}

struct StreamInitialTimeoutClientInstruction {
  1: Request request;
  2: i64 timeoutMs;
}

struct StreamInitialTimeoutServerInstruction {
  1: i64 timeoutMs;
}

struct StreamInitialTimeoutClientTestResult {
  1: bool timeoutException;
}

struct StreamInitialTimeoutServerTestResult {
  1: Request request;
}

// Sinks: an answer, then what the client sends, then a final answer.

struct SinkBasicClientInstruction {
  1: Request request;
  2: list<Request> sinkPayloads;
}

struct SinkBasicServerInstruction {
  1: Response finalResponse;
  2: i64 bufferSize;
}

struct SinkBasicClientTestResult {
  1: Response finalResponse;
}

struct SinkBasicServerTestResult {
  1: Request request;
  2: list<Request> sinkPayloads;
}

struct SinkChunkTimeoutClientInstruction {
  1: Request request;
  2: list<Request> sinkPayloads;
  3: i64 chunkTimeoutMs;
}

struct SinkChunkTimeoutServerInstruction {
  1: Response finalResponse;
  2: i64 chunkTimeoutMs;
}

struct SinkChunkTimeoutClientTestResult {
  1: bool chunkTimeoutException;
}

struct SinkChunkTimeoutServerTestResult {
  1: Request request;
  2: list<Request> sinkPayloads;
  3: bool chunkTimeoutException;
}

struct SinkInitialResponseClientInstruction {
  1: Request request;
  2: list<Request> sinkPayloads;
}

struct SinkInitialResponseServerInstruction {
  1: Response initialResponse;
  2: Response finalResponse;
  3: i64 bufferSize;
}

struct SinkInitialResponseClientTestResult {
  1: Response initialResponse;
  2: Response finalResponse;
}

struct SinkInitialResponseServerTestResult {
  1: Request request;
  2: list<Request> sinkPayloads;
}

struct SinkDeclaredExceptionClientInstruction {
  1: Request request;
  2: optional UserException userException;
}

struct SinkDeclaredExceptionServerInstruction {
  1: i64 bufferSize;
}

struct SinkDeclaredExceptionClientTestResult {
  1: bool sinkThrew;
}

struct SinkDeclaredExceptionServerTestResult {
  1: Request request;
  2: optional UserException userException;
}

struct SinkUndeclaredExceptionClientInstruction {
  1: Request request;
  2: optional string exceptionMessage;
}

struct SinkUndeclaredExceptionServerInstruction {
  1: i64 bufferSize;
}

struct SinkUndeclaredExceptionClientTestResult {
  1: bool sinkThrew;
}

struct SinkUndeclaredExceptionServerTestResult {
  1: Request request;
  2: optional string exceptionMessage;
}

struct SinkInitialDeclaredExceptionClientInstruction {
  1: Request request;
  2: optional string exceptionMessage;
}

struct SinkInitialDeclaredExceptionServerInstruction {
  1: i64 bufferSize;
  2: optional UserException userException;
}

struct SinkInitialDeclaredExceptionClientTestResult {
  1: bool sinkThrew;
}

struct SinkInitialDeclaredExceptionServerTestResult {
  1: Request request;
  2: optional string exceptionMessage;
}

struct SinkServerDeclaredExceptionClientInstruction {
  1: Request request;
  2: optional string exceptionMessage;
}

struct SinkServerDeclaredExceptionServerInstruction {
  1: i64 bufferSize;
  2: optional UserException userException;
}

struct SinkServerDeclaredExceptionClientTestResult {
  1: bool sinkThrew;
}

struct SinkServerDeclaredExceptionServerTestResult {
  1: Request request;
  2: optional string exceptionMessage;
}

// Interactions: state that one connection keeps on the server.

struct InteractionConstructorClientInstruction {}

struct InteractionConstructorServerInstruction {}

struct InteractionConstructorClientTestResult {}

struct InteractionConstructorServerTestResult {
  1: bool constructorCalled;
}

struct InteractionFactoryFunctionClientInstruction {
  1: i32 initialSum;
}

struct InteractionFactoryFunctionServerInstruction {}

struct InteractionFactoryFunctionClientTestResult {}

struct InteractionFactoryFunctionServerTestResult {
  1: i32 initialSum;
}

struct InteractionPersistsStateClientInstruction {
  1: optional i32 initialSum;
  2: list<i32> valuesToAdd;
}

struct InteractionPersistsStateServerInstruction {}

struct InteractionPersistsStateClientTestResult {
  1: list<i32> responses;
}

struct InteractionPersistsStateServerTestResult {}

struct InteractionTerminationClientInstruction {
  1: optional i32 initialSum;
}

struct InteractionTerminationServerInstruction {}

struct InteractionTerminationClientTestResult {}

struct InteractionTerminationServerTestResult {
  1: bool terminationReceived;
}

// Bidi: both ways at once.

struct BidiBasicClientInstruction {
  1: Request request;
  2: list<Request> sinkPayloads;
}

struct BidiBasicServerInstruction {
  1: list<Response> streamPayloads;
}

struct BidiBasicClientTestResult {
  1: list<Response> streamPayloads;
}

struct BidiBasicServerTestResult {
  1: Request request;
  2: list<Request> sinkPayloads;
}

struct BidiInitialResponseClientInstruction {
  1: Request request;
  2: list<Request> sinkPayloads;
}

struct BidiInitialResponseServerInstruction {
  1: list<Response> streamPayloads;
  2: Response initialResponse;
}

struct BidiInitialResponseClientTestResult {
  1: list<Response> streamPayloads;
  2: Response initialResponse;
}

struct BidiInitialResponseServerTestResult {
  1: Request request;
  2: list<Request> sinkPayloads;
}

struct BidiStreamDeclaredExceptionClientInstruction {
  1: Request request;
  2: list<Request> sinkPayloads;
}

struct BidiStreamDeclaredExceptionServerInstruction {
  1: list<Response> streamPayloads;
  2: optional UserException userException;
}

struct BidiStreamDeclaredExceptionClientTestResult {
  1: optional UserException userException;
  2: list<Response> streamPayloads;
}

struct BidiStreamDeclaredExceptionServerTestResult {
  1: Request request;
  2: list<Request> sinkPayloads;
}

struct BidiStreamUndeclaredExceptionClientInstruction {
  1: Request request;
  2: list<Request> sinkPayloads;
}

struct BidiStreamUndeclaredExceptionServerInstruction {
  1: list<Response> streamPayloads;
  2: string exceptionMessage;
}

struct BidiStreamUndeclaredExceptionClientTestResult {
  1: string exceptionMessage;
  2: list<Response> streamPayloads;
}

struct BidiStreamUndeclaredExceptionServerTestResult {
  1: Request request;
  2: list<Request> sinkPayloads;
}

struct BidiSinkDeclaredExceptionClientInstruction {
  1: Request request;
  2: list<Request> sinkPayloads;
  3: optional UserException userException;
}

struct BidiSinkDeclaredExceptionServerInstruction {
  1: list<Response> streamPayloads;
}

struct BidiSinkDeclaredExceptionClientTestResult {
  1: list<Response> streamPayloads;
  2: bool sinkThrew;
}

struct BidiSinkDeclaredExceptionServerTestResult {
  1: Request request;
  2: optional UserException userException;
  3: list<Request> sinkPayloads;
}

struct BidiSinkUndeclaredExceptionClientInstruction {
  1: Request request;
  2: list<Request> sinkPayloads;
  3: optional string exceptionMessage;
}

struct BidiSinkUndeclaredExceptionServerInstruction {
  1: list<Response> streamPayloads;
}

struct BidiSinkUndeclaredExceptionClientTestResult {
  1: list<Response> streamPayloads;
  2: bool sinkThrew;
}

struct BidiSinkUndeclaredExceptionServerTestResult {
  1: Request request;
  2: optional string exceptionMessage;
  3: list<Request> sinkPayloads;
}

struct BidiMethodDeclaredExceptionClientInstruction {
  1: Request request;
}

struct BidiMethodDeclaredExceptionServerInstruction {
  1: optional UserException userException;
}

struct BidiMethodDeclaredExceptionClientTestResult {
  1: optional UserException userException;
}

struct BidiMethodDeclaredExceptionServerTestResult {
  1: Request request;
}

struct BidiMethodUndeclaredExceptionClientInstruction {
  1: Request request;
}

struct BidiMethodUndeclaredExceptionServerInstruction {
  1: string exceptionMessage;
}

struct BidiMethodUndeclaredExceptionClientTestResult {
  1: string exceptionMessage;
}

struct BidiMethodUndeclaredExceptionServerTestResult {
  1: Request request;
}

union ClientInstruction {
  1: RequestResponseBasicClientInstruction requestResponseBasic;
  2: RequestResponseDeclaredExceptionClientInstruction requestResponseDeclaredException;
  3: RequestResponseNoArgVoidResponseClientInstruction requestResponseNoArgVoidResponse;
  4: RequestResponseUndeclaredExceptionClientInstruction requestResponseUndeclaredException;
  5: RequestResponseTimeoutClientInstruction requestResponseTimeout;
  100: StreamBasicClientInstruction streamBasic;
  101: StreamChunkTimeoutClientInstruction streamChunkTimeout;
  102: StreamInitialResponseClientInstruction streamInitialResponse;
  103: StreamCreditTimeoutClientInstruction streamCreditTimeout;
  104: StreamDeclaredExceptionClientInstruction streamDeclaredException;
  105: StreamUndeclaredExceptionClientInstruction streamUndeclaredException;
  106: StreamInitialDeclaredExceptionClientInstruction streamInitialDeclaredException;
  107: StreamInitialUndeclaredExceptionClientInstruction streamInitialUndeclaredException;
  108: StreamInitialTimeoutClientInstruction streamInitialTimeout;
  200: SinkBasicClientInstruction sinkBasic;
  201: SinkChunkTimeoutClientInstruction sinkChunkTimeout;
  202: SinkInitialResponseClientInstruction sinkInitialResponse;
  203: SinkDeclaredExceptionClientInstruction sinkDeclaredException;
  204: SinkUndeclaredExceptionClientInstruction sinkUndeclaredException;
  205: SinkInitialDeclaredExceptionClientInstruction sinkInitialDeclaredException;
  206: SinkServerDeclaredExceptionClientInstruction sinkServerDeclaredException;
  300: InteractionConstructorClientInstruction interactionConstructor;
  301: InteractionFactoryFunctionClientInstruction interactionFactoryFunction;
  302: InteractionPersistsStateClientInstruction interactionPersistsState;
  303: InteractionTerminationClientInstruction interactionTermination;
  400: BidiBasicClientInstruction bidiBasic;
  401: BidiInitialResponseClientInstruction bidiInitialResponse;
  402: BidiStreamDeclaredExceptionClientInstruction bidiStreamDeclaredException;
  403: BidiStreamUndeclaredExceptionClientInstruction bidiStreamUndeclaredException;
  404: BidiSinkDeclaredExceptionClientInstruction bidiSinkDeclaredException;
  405: BidiSinkUndeclaredExceptionClientInstruction bidiSinkUndeclaredException;
  406: BidiMethodDeclaredExceptionClientInstruction bidiMethodDeclaredException;
  407: BidiMethodUndeclaredExceptionClientInstruction bidiMethodUndeclaredException;
}

union ServerInstruction {
  1: RequestResponseBasicServerInstruction requestResponseBasic;
  2: RequestResponseDeclaredExceptionServerInstruction requestResponseDeclaredException;
  3: RequestResponseNoArgVoidResponseServerInstruction requestResponseNoArgVoidResponse;
  4: RequestResponseUndeclaredExceptionServerInstruction requestResponseUndeclaredException;
  5: RequestResponseTimeoutServerInstruction requestResponseTimeout;
  100: StreamBasicServerInstruction streamBasic;
  101: StreamChunkTimeoutServerInstruction streamChunkTimeout;
  102: StreamInitialResponseServerInstruction streamInitialResponse;
  103: StreamCreditTimeoutServerInstruction streamCreditTimeout;
  104: StreamDeclaredExceptionServerInstruction streamDeclaredException;
  105: StreamUndeclaredExceptionServerInstruction streamUndeclaredException;
  106: StreamInitialDeclaredExceptionServerInstruction streamInitialDeclaredException;
  107: StreamInitialUndeclaredExceptionServerInstruction streamInitialUndeclaredException;
  108: StreamInitialTimeoutServerInstruction streamInitialTimeout;
  200: SinkBasicServerInstruction sinkBasic;
  201: SinkChunkTimeoutServerInstruction sinkChunkTimeout;
  202: SinkInitialResponseServerInstruction sinkInitialResponse;
  203: SinkDeclaredExceptionServerInstruction sinkDeclaredException;
  204: SinkUndeclaredExceptionServerInstruction sinkUndeclaredException;
  205: SinkInitialDeclaredExceptionServerInstruction sinkInitialDeclaredException;
  206: SinkServerDeclaredExceptionServerInstruction sinkServerDeclaredException;
  300: InteractionConstructorServerInstruction interactionConstructor;
  301: InteractionFactoryFunctionServerInstruction interactionFactoryFunction;
  302: InteractionPersistsStateServerInstruction interactionPersistsState;
  303: InteractionTerminationServerInstruction interactionTermination;
  400: BidiBasicServerInstruction bidiBasic;
  401: BidiInitialResponseServerInstruction bidiInitialResponse;
  402: BidiStreamDeclaredExceptionServerInstruction bidiStreamDeclaredException;
  403: BidiStreamUndeclaredExceptionServerInstruction bidiStreamUndeclaredException;
  404: BidiSinkDeclaredExceptionServerInstruction bidiSinkDeclaredException;
  405: BidiSinkUndeclaredExceptionServerInstruction bidiSinkUndeclaredException;
  406: BidiMethodDeclaredExceptionServerInstruction bidiMethodDeclaredException;
  407: BidiMethodUndeclaredExceptionServerInstruction bidiMethodUndeclaredException;
}

union ClientTestResult {
  1: RequestResponseBasicClientTestResult requestResponseBasic;
  2: RequestResponseDeclaredExceptionClientTestResult requestResponseDeclaredException;
  3: RequestResponseNoArgVoidResponseClientTestResult requestResponseNoArgVoidResponse;
  4: RequestResponseUndeclaredExceptionClientTestResult requestResponseUndeclaredException;
  5: RequestResponseTimeoutClientTestResult requestResponseTimeout;
  100: StreamBasicClientTestResult streamBasic;
  101: StreamChunkTimeoutClientTestResult streamChunkTimeout;
  102: StreamInitialResponseClientTestResult streamInitialResponse;
  103: StreamCreditTimeoutClientTestResult streamCreditTimeout;
  104: StreamDeclaredExceptionClientTestResult streamDeclaredException;
  105: StreamUndeclaredExceptionClientTestResult streamUndeclaredException;
  106: StreamInitialDeclaredExceptionClientTestResult streamInitialDeclaredException;
  107: StreamInitialUndeclaredExceptionClientTestResult streamInitialUndeclaredException;
  108: StreamInitialTimeoutClientTestResult streamInitialTimeout;
  200: SinkBasicClientTestResult sinkBasic;
  201: SinkChunkTimeoutClientTestResult sinkChunkTimeout;
  202: SinkInitialResponseClientTestResult sinkInitialResponse;
  203: SinkDeclaredExceptionClientTestResult sinkDeclaredException;
  204: SinkUndeclaredExceptionClientTestResult sinkUndeclaredException;
  205: SinkInitialDeclaredExceptionClientTestResult sinkInitialDeclaredException;
  206: SinkServerDeclaredExceptionClientTestResult sinkServerDeclaredException;
  300: InteractionConstructorClientTestResult interactionConstructor;
  301: InteractionFactoryFunctionClientTestResult interactionFactoryFunction;
  302: InteractionPersistsStateClientTestResult interactionPersistsState;
  303: InteractionTerminationClientTestResult interactionTermination;
  400: BidiBasicClientTestResult bidiBasic;
  401: BidiInitialResponseClientTestResult bidiInitialResponse;
  402: BidiStreamDeclaredExceptionClientTestResult bidiStreamDeclaredException;
  403: BidiStreamUndeclaredExceptionClientTestResult bidiStreamUndeclaredException;
  404: BidiSinkDeclaredExceptionClientTestResult bidiSinkDeclaredException;
  405: BidiSinkUndeclaredExceptionClientTestResult bidiSinkUndeclaredException;
  406: BidiMethodDeclaredExceptionClientTestResult bidiMethodDeclaredException;
  407: BidiMethodUndeclaredExceptionClientTestResult bidiMethodUndeclaredException;
}

union ServerTestResult {
  1: RequestResponseBasicServerTestResult requestResponseBasic;
  2: RequestResponseDeclaredExceptionServerTestResult requestResponseDeclaredException;
  3: RequestResponseNoArgVoidResponseServerTestResult requestResponseNoArgVoidResponse;
  4: RequestResponseUndeclaredExceptionServerTestResult requestResponseUndeclaredException;
  5: RequestResponseTimeoutServerTestResult requestResponseTimeout;
  100: StreamBasicServerTestResult streamBasic;
  101: StreamChunkTimeoutServerTestResult streamChunkTimeout;
  102: StreamInitialResponseServerTestResult streamInitialResponse;
  103: StreamCreditTimeoutServerTestResult streamCreditTimeout;
  104: StreamDeclaredExceptionServerTestResult streamDeclaredException;
  105: StreamUndeclaredExceptionServerTestResult streamUndeclaredException;
  106: StreamInitialDeclaredExceptionServerTestResult streamInitialDeclaredException;
  107: StreamInitialUndeclaredExceptionServerTestResult streamInitialUndeclaredException;
  108: StreamInitialTimeoutServerTestResult streamInitialTimeout;
  200: SinkBasicServerTestResult sinkBasic;
  201: SinkChunkTimeoutServerTestResult sinkChunkTimeout;
  202: SinkInitialResponseServerTestResult sinkInitialResponse;
  203: SinkDeclaredExceptionServerTestResult sinkDeclaredException;
  204: SinkUndeclaredExceptionServerTestResult sinkUndeclaredException;
  205: SinkInitialDeclaredExceptionServerTestResult sinkInitialDeclaredException;
  206: SinkServerDeclaredExceptionServerTestResult sinkServerDeclaredException;
  300: InteractionConstructorServerTestResult interactionConstructor;
  301: InteractionFactoryFunctionServerTestResult interactionFactoryFunction;
  302: InteractionPersistsStateServerTestResult interactionPersistsState;
  303: InteractionTerminationServerTestResult interactionTermination;
  400: BidiBasicServerTestResult bidiBasic;
  401: BidiInitialResponseServerTestResult bidiInitialResponse;
  402: BidiStreamDeclaredExceptionServerTestResult bidiStreamDeclaredException;
  403: BidiStreamUndeclaredExceptionServerTestResult bidiStreamUndeclaredException;
  404: BidiSinkDeclaredExceptionServerTestResult bidiSinkDeclaredException;
  405: BidiSinkUndeclaredExceptionServerTestResult bidiSinkUndeclaredException;
  406: BidiMethodDeclaredExceptionServerTestResult bidiMethodDeclaredException;
  407: BidiMethodUndeclaredExceptionServerTestResult bidiMethodUndeclaredException;
}

struct RpcTestCase {
  1: ClientInstruction clientInstruction;
  2: ClientTestResult clientTestResult;
  3: ServerInstruction serverInstruction;
  4: ServerTestResult serverTestResult;
}

interaction BasicInteraction {
  void init();
  i32 add(1: i32 i);
}

service RPCConformanceService {
  // Of a server under test.
  void sendTestCase(1: RpcTestCase testCase);
  ServerTestResult getTestResult();
  // Of the server that tests a client.
  RpcTestCase getTestCase();
  void sendTestResult(1: ClientTestResult result);

  Response requestResponseBasic(1: Request req);
  void requestResponseDeclaredException(1: Request req) throws (1: UserException e);
  void requestResponseUndeclaredException(1: Request req);
  void requestResponseNoArgVoidResponse();
  Response requestResponseTimeout(1: Request req);

  stream<Response> streamBasic(1: Request req);
  stream<Response> streamChunkTimeout(1: Request req);
  Response, stream<Response> streamInitialResponse(1: Request req);
  stream<Response> streamCreditTimeout(1: Request req);
  stream<Response throws (1: UserException e)> streamDeclaredException(1: Request req);
  stream<Response> streamUndeclaredException(1: Request req);
  stream<Response> streamInitialDeclaredException(1: Request req) throws (1: UserException e);
  stream<Response> streamInitialUndeclaredException(1: Request req);
  stream<Response> streamInitialTimeout(1: Request req);

  sink<Request, Response> sinkBasic(1: Request req);
  sink<Request, Response> sinkChunkTimeout(1: Request req);
  Response, sink<Request, Response> sinkInitialResponse(1: Request req);
  sink<Request, Response> sinkInitialDeclaredException(1: Request req) throws (1: UserException e);
  sink<Request throws (1: UserException e), Response> sinkDeclaredException(1: Request req);
  sink<Request, Response throws (1: UserException e)> sinkServerDeclaredException(1: Request req);
  sink<Request, Response> sinkUndeclaredException(1: Request req);

  performs BasicInteraction;
  BasicInteraction basicInteractionFactoryFunction(-1: i32 initialSum);

  sink<Request>, stream<Response> bidiBasic(1: Request req);
  Response, sink<Request>, stream<Response> bidiInitialResponse(1: Request req);
  sink<Request>, stream<Response throws (1: UserException e)> bidiStreamDeclaredException(1: Request req);
  sink<Request>, stream<Response> bidiStreamUndeclaredException(1: Request req);
  sink<Request throws (1: UserException e)>, stream<Response> bidiSinkDeclaredException(1: Request req);
  sink<Request>, stream<Response> bidiSinkUndeclaredException(1: Request req);
  sink<Request>, stream<Response> bidiMethodDeclaredException(1: Request req) throws (1: UserException e);
  sink<Request>, stream<Response> bidiMethodUndeclaredException(1: Request req);
}
