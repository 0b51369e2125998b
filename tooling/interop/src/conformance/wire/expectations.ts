import { decode, field, i32, string, struct } from "@seapink/schema";
import { compact } from "@seapink/protocol-compact";
import type { ConformanceCase } from "../cases/conformance-case.ts";
import { creditsOf, isRequest } from "./laws.ts";
import { Flag, type LoggedFrame, type Sender, Type } from "./frame-log.ts";

/** What the frames of a case must show besides what the participants tell. Returns what they do not, in words. */
export function missingOnWire({ name }: ConformanceCase, frames: readonly LoggedFrame[]): readonly string[] {
  const expectation = expectations.get(name);
  if (expectation === undefined) return [];
  const { broken } = expectation(new CaseFrames(frames));
  return broken;
}

/** The frames of the one call that a case is about: of its stream, and of the connection. */
class CaseFrames {
  readonly broken: string[] = [];
  readonly #frames: readonly LoggedFrame[];
  readonly #stream: readonly LoggedFrame[];

  constructor(frames: readonly LoggedFrame[]) {
    this.#frames = frames;
    const request = frames.findLast((frame) => isRequest(frame) && frame.type !== Type.requestResponse);
    const streamId = request?.streamId ?? longest(frames.filter(isRequest));
    this.#stream = frames.filter((frame) => frame.streamId === streamId);
  }

  #expect(holds: boolean, what: string): this {
    if (!holds) this.broken.push(what);
    return this;
  }

  /** A message of so many fragments, all full but the last, on the stream of the call. */
  fragmented(from: Sender): this {
    const sent = this.#stream.filter((frame) => frame.from === from);
    const first = sent.findIndex(({ flags, type }) => (flags & Flag.follows) !== 0 && type !== Type.metadataPush);
    const fragments = sent.slice(
      first,
      sent.findIndex((frame, i) => i > first && (frame.flags & Flag.follows) === 0) + 1,
    );
    const data = fragments.reduce((sum, { length }) => sum + length, 0);
    return this.#expect(
      first >= 0 && fragments.length >= 3 && data > 33_554_430 && fragments.slice(1).every(continues),
      `expected a message of the ${from} in fragments, got ${fragments.length} with ${data} bytes`,
    );
  }

  /** The receiver asks for so many items at most, and more than once. */
  asksInParts(sender: Sender, items: number): this {
    const asked = this.#stream.filter(({ from, type }) => from !== sender && type === Type.requestN);
    const most = Math.max(...creditsOf(this.#stream, sender));
    // The first response of a stream is asked for, too.
    const bound = sender === "server" ? items + 1 : items;
    return this.#expect(asked.length > 1, `expected the ${sender} to be asked more than once`).#expect(
      most === bound,
      `expected the ${sender} to be asked for ${bound} items at most, got ${most}`,
    );
  }

  /** The server breaks the stream off, and says why. */
  brokenOff(code: number): this {
    const error = this.#stream.find(({ from, type }) => from === "server" && type === Type.error);
    const told = error && (decode(streamRpcError, error.start, control) as { readonly code?: number });
    return this.#expect(
      error?.word === applicationError && told?.code === code,
      `expected an ERROR ${applicationError} with code ${code}, got ${error?.word} with code ${told?.code}`,
    );
  }

  cancelled(): this {
    const cancels = this.#frames.filter(({ from, type }) => from === "client" && type === Type.cancel);
    return this.#expect(cancels.length === 1, `expected one CANCEL of the client, got ${cancels.length}`);
  }

  terminated(): this {
    const pushes = this.#frames.filter(({ from, type }) => from === "client" && type === Type.metadataPush);
    // `ClientPushMetadata` 1, a struct: 1c.
    const ends = pushes.filter(({ start }) => start[0] === 0x1c);
    return this.#expect(ends.length === 1, `expected one interactionTerminate, got ${ends.length}`);
  }
}

function longest(requests: readonly LoggedFrame[]): number | undefined {
  return requests.toSorted((a, b) => b.length - a.length)[0]?.streamId;
}

function continues({ type, flags }: LoggedFrame): boolean {
  return type === Type.payload && (flags & Flag.next) !== 0;
}

const control = compact({ variant: "fbthrift" });
const applicationError = 0x201;
const creditTimeout = 1;
const chunkTimeout = 2;
/** `StreamRpcError` of RpcMetadata.thrift. */
const streamRpcError = struct("StreamRpcError", [
  field(1, "name_utf8", string, { requiredness: "optional" }),
  field(2, "what_utf8", string, { requiredness: "optional" }),
  field(4, "code", i32, { requiredness: "optional" }),
]);

type Expectation = (frames: CaseFrames) => CaseFrames;

const fragmentedBothWays: Expectation = (frames) => frames.fragmented("client").fragmented("server");
const cancelled: Expectation = (frames) => frames.cancelled();
const terminated: Expectation = (frames) => frames.terminated();

const expectations: ReadonlyMap<string, Expectation> = new Map([
  ["RequestResponseFragmentation", fragmentedBothWays],
  ["StreamFragmentation", fragmentedBothWays],
  ["SinkFragmentation", fragmentedBothWays],
  ["StreamInitialTimeout", cancelled],
  ["StreamChunkTimeout", cancelled],
  ["StreamSubsequentCredits", (frames) => frames.asksInParts("server", 10)],
  ["SinkSubsequentCredits", (frames) => frames.asksInParts("client", 10)],
  ["StreamCreditTimeout", (frames) => frames.brokenOff(creditTimeout)],
  ["SinkChunkTimeout", (frames) => frames.brokenOff(chunkTimeout)],
  ["InteractionConstructor", terminated],
  ["InteractionFactoryFunction", terminated],
  ["InteractionConstructorPersistsState", terminated],
  ["InteractionFactoryFunctionPersistsState", terminated],
  ["InteractionConstructorTermination", terminated],
  ["InteractionFactoryFunctionTermination", terminated],
]);
