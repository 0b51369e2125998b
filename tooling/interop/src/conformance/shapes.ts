/** What every request and every response is. */
export interface Message {
  readonly data: string;
  readonly num?: number;
}

/** The fields of the suite's exception; what is thrown is an instance of the class that its IDL makes. */
export interface UserExceptionFields {
  readonly msg: string;
}

interface Asked {
  readonly request: Message;
}

interface Thrown {
  readonly userException?: UserExceptionFields;
}

interface Told {
  readonly exceptionMessage: string;
}

interface MaybeTold {
  readonly exceptionMessage?: string;
}

interface Sent {
  readonly sinkPayloads: readonly Message[];
}

interface Streamed {
  readonly streamPayloads: readonly Message[];
}

interface Buffered {
  readonly bufferSize: bigint;
}

interface Initial {
  readonly initialResponse: Message;
}

interface Final {
  readonly finalResponse: Message;
}

interface Timed {
  readonly timeoutMs: bigint;
}

interface ChunkTimed {
  readonly chunkTimeoutMs: bigint;
}

interface LateChunk {
  readonly chunkTimeoutException: boolean;
}

interface SinkThrew {
  readonly sinkThrew: boolean;
}

interface Summed {
  readonly initialSum: number;
}

/** What client and server are told to do, and what each has to tell afterwards. */
interface Shape<ClientInstruction, ServerInstruction, ClientTestResult, ServerTestResult> {
  readonly clientInstruction: ClientInstruction;
  readonly serverInstruction: ServerInstruction;
  readonly clientTestResult: ClientTestResult;
  readonly serverTestResult: ServerTestResult;
}

/** The structs of `idl/rpc.thrift`, by the fields of its unions. */
export interface Shapes {
  readonly requestResponseBasic: Shape<Asked, { readonly response: Message }, { readonly response: Message }, Asked>;
  readonly requestResponseDeclaredException: Shape<Asked, Thrown, Thrown, Asked>;
  readonly requestResponseNoArgVoidResponse: Shape<object, object, object, object>;
  readonly requestResponseUndeclaredException: Shape<Asked, Told, Told, Asked>;
  readonly requestResponseTimeout: Shape<Asked & Timed, Timed, { readonly timeoutException: boolean }, Asked>;
  readonly streamBasic: Shape<Asked & Buffered, Streamed, Streamed, Asked>;
  readonly streamChunkTimeout: Shape<Asked & ChunkTimed, Streamed & ChunkTimed, Streamed & LateChunk, Asked>;
  readonly streamInitialResponse: Shape<Asked, Streamed & Initial, Streamed & Initial, Asked>;
  readonly streamCreditTimeout: Shape<
    Asked & { readonly creditTimeoutMs: bigint },
    Streamed & { readonly streamExpireTime: bigint },
    { readonly creditTimeoutException: boolean },
    Asked
  >;
  readonly streamDeclaredException: Shape<Asked, Thrown, Thrown, Asked>;
  readonly streamUndeclaredException: Shape<Asked, Told, Told, Asked>;
  readonly streamInitialDeclaredException: Shape<Asked, Thrown, Thrown, Asked>;
  readonly streamInitialUndeclaredException: Shape<Asked, Told, Told, Asked>;
  readonly streamInitialTimeout: Shape<Asked & Timed, Timed, { readonly timeoutException: boolean }, Asked>;
  readonly sinkBasic: Shape<Asked & Sent, Final & Buffered, Final, Asked & Sent>;
  readonly sinkChunkTimeout: Shape<Asked & Sent & ChunkTimed, Final & ChunkTimed, LateChunk, Asked & Sent & LateChunk>;
  readonly sinkInitialResponse: Shape<Asked & Sent, Initial & Final & Buffered, Initial & Final, Asked & Sent>;
  readonly sinkDeclaredException: Shape<Asked & Thrown, Buffered, SinkThrew, Asked & Thrown>;
  readonly sinkUndeclaredException: Shape<Asked & MaybeTold, Buffered, SinkThrew, Asked & MaybeTold>;
  readonly sinkInitialDeclaredException: Shape<Asked & MaybeTold, Buffered & Thrown, SinkThrew, Asked & MaybeTold>;
  readonly sinkServerDeclaredException: Shape<Asked & MaybeTold, Buffered & Thrown, SinkThrew, Asked & MaybeTold>;
  readonly interactionConstructor: Shape<object, object, object, { readonly constructorCalled: boolean }>;
  readonly interactionFactoryFunction: Shape<Summed, object, object, Summed>;
  readonly interactionPersistsState: Shape<
    Partial<Summed> & { readonly valuesToAdd: readonly number[] },
    object,
    { readonly responses: readonly number[] },
    object
  >;
  readonly interactionTermination: Shape<Partial<Summed>, object, object, { readonly terminationReceived: boolean }>;
  readonly bidiBasic: Shape<Asked & Sent, Streamed, Streamed, Asked & Sent>;
  readonly bidiInitialResponse: Shape<Asked & Sent, Streamed & Initial, Streamed & Initial, Asked & Sent>;
  readonly bidiStreamDeclaredException: Shape<Asked & Sent, Streamed & Thrown, Streamed & Thrown, Asked & Sent>;
  readonly bidiStreamUndeclaredException: Shape<Asked & Sent, Streamed & Told, Streamed & Told, Asked & Sent>;
  readonly bidiSinkDeclaredException: Shape<
    Asked & Sent & Thrown,
    Streamed,
    Streamed & SinkThrew,
    Asked & Sent & Thrown
  >;
  readonly bidiSinkUndeclaredException: Shape<
    Asked & Sent & MaybeTold,
    Streamed,
    Streamed & SinkThrew,
    Asked & Sent & MaybeTold
  >;
  readonly bidiMethodDeclaredException: Shape<Asked, Thrown, Thrown, Asked>;
  readonly bidiMethodUndeclaredException: Shape<Asked, Told, Told, Asked>;
}

export type ShapeName = keyof Shapes;
type Side = keyof Shapes[ShapeName];

/** A union of the IDL: one of the structs, by the name of its field. */
type UnionOf<S extends Side> = {
  readonly [N in ShapeName]: { readonly field: N; readonly value: Shapes[N][S] };
}[ShapeName];

export type ClientInstruction = UnionOf<"clientInstruction">;
export type ServerInstruction = UnionOf<"serverInstruction">;
export type ClientTestResult = UnionOf<"clientTestResult">;
export type ServerTestResult = UnionOf<"serverTestResult">;

/** What a participant is handed: both sides' tasks, and what must come of them. */
export interface RpcTestCase {
  readonly clientInstruction: ClientInstruction;
  readonly clientTestResult: ClientTestResult;
  readonly serverInstruction: ServerInstruction;
  readonly serverTestResult: ServerTestResult;
}
