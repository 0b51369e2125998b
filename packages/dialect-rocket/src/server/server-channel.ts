import { Ending, LaneInput } from "@seapink/conversation";
import {
  ApplicationError,
  type Channel,
  type Conversation,
  type Handler,
  isThriftError,
  type Lane,
  ProtocolError,
  type Scope,
  type ThriftError,
  TransportError,
} from "@seapink/core";
import type { Frame } from "../frames/frame.ts";
import { rocketCutter } from "../frames/frame-cutter.ts";
import { ErrorCode, Flag, FrameType } from "../frames/frame-type.ts";
import { readFrame } from "../frames/read-frame.ts";
import { Reassembly, TooLong } from "../frames/reassembly.ts";
import { FrameOutput } from "../frames/frame-output.ts";
import { HeardCutter } from "../frames/heard-cutter.ts";
import { IncomingInteractions } from "../interactions/incoming-interactions.ts";
import { ClientWatch } from "../keep-alive.ts";
import { clientPush, serverPush } from "../metadata/push-metadata.ts";
import { metadataProtocols, readControl } from "../metadata/metadata-protocols.ts";
import { RequestReader } from "../metadata/request-reader.ts";
import type { Settings } from "../options.ts";
import { Bodies } from "../payloads/bodies.ts";
import { ItemInput } from "../payloads/item-input.ts";
import { ItemOutput } from "../streams/item-output.ts";
import { WriteGate } from "../write-gate.ts";
import { AnswerOutput } from "./answer-output.ts";
import { announcedSilenceMs, answerSetup, readClientSetup } from "./server-setup.ts";
import { ServerCalls } from "./server-calls.ts";
import { ServerStreams } from "./server-streams.ts";

/** The server's side of a lane. */
export class ServerChannel implements Channel {
  readonly #conversation: Conversation;
  readonly #settings: Settings;
  readonly #scope: Scope;
  readonly #closed = new AbortController();
  readonly #output: FrameOutput;
  readonly #input: LaneInput;
  readonly #reassembly: Reassembly;
  readonly #interactions: IncomingInteractions;
  readonly #items: ItemOutput;
  readonly #streams: ServerStreams;
  readonly #calls: ServerCalls;
  readonly #gate: WriteGate;
  readonly #ending: Ending;
  #metadataProtocol = metadataProtocols.compact;
  #metadata: RequestReader;
  #watch: ClientWatch;
  #isSetUp = false;
  #hasPeerEnded = false;
  #isGone = false;

  constructor(lane: Lane, handler: Handler, settings: Settings, conversation: Conversation) {
    const { limits } = conversation;
    this.#conversation = conversation;
    this.#settings = settings;
    this.#scope = { peer: lane.info, closed: this.#closed.signal, channel: undefined };
    this.#output = new FrameOutput(lane, limits, metadataProtocols.compact);
    this.#metadata = new RequestReader(metadataProtocols.compact, limits);
    this.#reassembly = new Reassembly(limits, (error) => this.#cut(error));
    this.#interactions = new IncomingInteractions(limits.maxInteractions);
    const bodies = new Bodies(limits, this.#settings.compressions);
    this.#items = new ItemOutput(this.#output, bodies, (error) => this.#input.stop(error));
    this.#gate = new WriteGate(limits.writeTimeoutMs, (error) => this.#input.stop(error));
    this.#streams = this.#newStreams(bodies);
    this.#calls = this.#newCalls(handler, bodies);
    const cutter = new HeardCutter(rocketCutter(lane.kind, limits), () => this.#watch.hear());
    this.#input = new LaneInput(lane, cutter, limits, {
      message: (bytes) => this.#guarded(bytes),
      // Whoever waits for room, and the frames that keep a connection alive, stand in the same line.
      mayGoOn: () => true,
      drained: () => this.#gate.open(),
      end: (error) => this.#end(error),
    });
    this.#ending = new Ending({ stop: (error) => this.#stop(error) }, limits.drainTimeoutMs);
    this.#watch = new ClientWatch(limits.frameTimeoutMs, always, (silentMs) => this.#silent(silentMs));
    this.#input.start();
  }

  #newStreams(bodies: Bodies): ServerStreams {
    const { limits } = this.#conversation;
    return new ServerStreams({
      settings: this.#settings,
      limits,
      output: this.#items,
      input: new ItemInput(limits, bodies),
      unread: { bytes: 0, maxBytes: limits.maxUnreadBytes },
      metadataProtocol: () => this.#metadataProtocol,
      onError: this.#report,
      onEnded: (call) => this.#calls.end(call),
      onAborted: (call, reason) => this.#calls.abort(call, reason),
      gate: this.#gate,
    });
  }

  #newCalls(handler: Handler, bodies: Bodies): ServerCalls {
    return new ServerCalls({
      handler,
      limits: this.#conversation.limits,
      scope: this.#scope,
      protocols: this.#settings.protocols,
      bodies,
      compressions: this.#settings.compressions,
      interactions: this.#interactions,
      metadata: () => this.#metadata,
      answers: new AnswerOutput(this.#output, bodies, this.#settings.load, this.#report),
      streams: this.#streams,
      onError: this.#report,
      onEnded: ({ streamId }) => {
        this.#reassembly.drop(streamId);
        if (this.#ending.reason !== undefined) this.#endWhenIdle();
      },
      gate: this.#gate,
      onBroken: (error) => this.#input.stop(error),
    });
  }

  readonly #report = (error: unknown): void => this.#conversation.onError(error, this.#scope);

  get closing(): AbortSignal {
    return this.#ending.closing;
  }

  /** Rocket has no way to call a client. */
  readonly handle: Handler = () =>
    Promise.reject(new ProtocolError("not_implemented", "Rocket carries no calls to a client", { mayHaveRun: false }));

  #guarded(bytes: Uint8Array): void {
    try {
      this.#receive(bytes);
    } catch (error) {
      this.#fatal(this.#isSetUp ? ErrorCode.connectionError : ErrorCode.invalidSetup, error);
    }
  }

  #receive(bytes: Uint8Array): void {
    if (!this.#isSetUp) return this.#setUp(bytes);
    const part = readFrame(bytes);
    if (this.#isStray(part)) return;
    const frame = this.#reassembly.push(part);
    if (frame === undefined) return;
    if (frame instanceof TooLong) this.#refuse(frame);
    else if (frame.streamId === 0) this.#control(frame);
    else this.#stream(frame);
  }

  // What is left of a message whose stream is over must not be waited for.
  #isStray({ streamId, type }: Frame): boolean {
    return (
      type === FrameType.payload && this.#calls.get(streamId) === undefined && !this.#reassembly.isPartial(streamId)
    );
  }

  /** The first frame (§ 1.3 to 1.6). */
  #setUp(bytes: Uint8Array): void {
    const { limits } = this.#conversation;
    const setup = readClientSetup(bytes, limits);
    this.#metadataProtocol = metadataProtocols[setup.encoding];
    this.#metadata = new RequestReader(this.#metadataProtocol, limits);
    this.#output.speakIn(this.#metadataProtocol);
    this.#output.push(serverPush, answerSetup(setup, this.#settings.compressions));
    const announced = announcedSilenceMs(setup);
    const silenceMs = announced ?? limits.idleTimeoutMs;
    const mayEnd = (): boolean => announced !== undefined || !this.#calls.isBusy;
    this.#isSetUp = true;
    this.#watch.stop();
    this.#watch = new ClientWatch(silenceMs, mayEnd, (silentMs) => this.#silent(silentMs));
  }

  #silent(silentMs: number): void {
    this.#cut(
      new TransportError("timed_out", `expected a frame of the client, got none for ${Math.round(silentMs)} ms`),
    );
  }

  #refuse({ streamId, type, error }: TooLong): void {
    const call = this.#calls.get(streamId);
    if (call !== undefined) return this.#streams.breakItems(call, error);
    const code = error.code === "overloaded" ? "overloaded" : "protocol_error";
    this.#calls.refuse({ streamId, type }, new ApplicationError(code, error.message, { cause: error }));
  }

  #control(frame: Frame): void {
    switch (frame.type) {
      case FrameType.keepAlive:
        // Nor would one that does not read see it.
        if ((frame.flags & Flag.respond) === 0 || this.#gate.isShut) return;
        if (!this.#output.keepAlive(false, frame.data)) this.#gate.shut();
        return;
      case FrameType.metadataPush:
        return this.#push(frame.metadata);
      case FrameType.ext:
        return checkExt(frame);
      case FrameType.setup:
        return this.#fatal(
          ErrorCode.invalidSetup,
          new ProtocolError("invalid_data", "expected one SETUP, got another"),
        );
      case FrameType.error:
        throw new TransportError("closed", "the client ended the connection with an error");
      default:
        throw new ProtocolError("invalid_data", `expected a frame of a connection, got one of type ${frame.type}`);
    }
  }

  // What is not known may be of a newer client.
  #push(metadata: Uint8Array): void {
    const { interactionTerminate } = readControl(clientPush, metadata, this.#conversation.limits);
    if (interactionTerminate === undefined) return;
    const end = this.#interactions.release(interactionTerminate.interactionId);
    if (end !== undefined) this.#calls.behindWaiting(end);
  }

  #stream(frame: Frame): void {
    switch (frame.type) {
      case FrameType.requestResponse:
      case FrameType.requestFnf:
      case FrameType.requestStream:
      case FrameType.requestChannel:
        return this.#calls.request(frame);
      case FrameType.ext:
        return checkExt(frame);
      default:
        return this.#behind(frame);
    }
  }

  // Frames of a stream that is over were under way when it ended.
  #behind(frame: Frame): void {
    const call = this.#calls.get(frame.streamId);
    if (frame.type === FrameType.cancel || frame.type === FrameType.error) this.#reassembly.drop(frame.streamId);
    switch (frame.type) {
      case FrameType.payload:
        return call && this.#streams.item(call, frame);
      case FrameType.requestN:
        return call && this.#streams.requestN(call, frame.word);
      case FrameType.cancel:
        return call && this.#streams.cancel(call);
      case FrameType.error:
        return call && this.#streams.error(call, frame);
      default:
        throw new ProtocolError("invalid_data", `expected a frame of a stream, got one of type ${frame.type}`);
    }
  }

  /** Ends the connection because of what the client sent, or did not, and says so. */
  #fatal(code: number, error: unknown): void {
    const reason = isThriftError(error) ? error : new TransportError("corrupt", "reading failed", { cause: error });
    this.#sayAndEnd(code, reason);
  }

  /** What has said its last words is not waited for any longer. */
  #stop(error: ThriftError): void {
    if (this.#isGone) this.#input.stop(error);
    else this.#cut(error);
  }

  /** Ends what still runs, and says so to those who wait for items (§ 1.7). */
  #cut(error: ThriftError): void {
    if (!this.#gate.isShut) for (const call of this.#calls.open()) this.#items.broken(call, "closing", error.message);
    this.#sayAndEnd(ErrorCode.connectionError, error);
  }

  // A client that reads is told why; the lane ends behind that.
  #sayAndEnd(code: number, error: ThriftError): void {
    if (this.#isGone) return;
    if (this.#gate.isShut || !this.#say(code, error)) return this.#input.stop(error);
    this.#input.finish();
    this.#isGone = true;
    this.#over(error, error);
    if (this.#hasPeerEnded) this.#ending.finish();
    else this.#ending.limit();
  }

  /** Whether there was room for it. */
  #say(code: number, { message }: ThriftError): boolean {
    try {
      this.#output.error(0, code, message);
      return true;
    } catch {
      return false;
    }
  }

  #end(error: ThriftError | undefined): void {
    this.#hasPeerEnded = true;
    if (this.#isGone) return this.#ending.finish();
    this.#isGone = error !== undefined;
    this.#over(error, error ?? this.#ending.reason ?? new TransportError("closed", "the client closed the connection"));
    this.#endWhenIdle();
    this.#ending.limit();
  }

  /** Nothing is sent any more. Oneway calls of a client that ended in order concern it no more, and run on. */
  #over(error: ThriftError | undefined, reason: ThriftError): void {
    if (error !== undefined && this.#ending.closedBy === undefined) this.#report(error);
    this.#ending.begin(reason);
    this.#watch.stop();
    this.#reassembly.close();
    this.#closed.abort(reason);
    this.#calls.endAll(reason, error !== undefined);
    this.#interactions.endAll(reason);
    this.#gate.open();
  }

  close(reason?: unknown): Promise<void> {
    this.#ending.begin(new TransportError("not_open", "the connection is closing", { mayHaveRun: false }));
    if (reason !== undefined) this.#ending.cut(reason);
    else this.#drain();
    return this.#ending.over;
  }

  // The client is told to send no more calls (§ 1.7), and what it sent in the meantime is refused.
  #drain(): void {
    if (!this.#isGone && !this.#hasPeerEnded && this.#calls.refusal === undefined) {
      this.#calls.refuseAll(new ApplicationError("declined", "declined: the server is closing"));
      if (this.#isSetUp) this.#output.error(0, ErrorCode.connectionClose, "");
    }
    this.#endWhenIdle();
    this.#ending.limit();
  }

  #endWhenIdle(): void {
    if (!this.#isGone && this.#calls.owesNothing) this.#input.finish();
    if (this.#isGone || (this.#hasPeerEnded && this.#calls.isEmpty)) this.#ending.finish();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}

function always(): boolean {
  return true;
}

// One that may be ignored is of something that we do not know.
function checkExt({ flags, word }: Frame): void {
  if ((flags & Flag.ignore) === 0) throw new ProtocolError("invalid_data", `expected no extension ${word}, got one`);
}
