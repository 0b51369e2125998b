import { checkSendable, Ending, LaneInput, PendingTable } from "@seapink/conversation";
import {
  ApplicationError,
  type Call,
  type Channel,
  type Conversation,
  deadlines,
  type Handler,
  type Lane,
  type Protocol,
  ProtocolError,
  type Reply,
  type ThriftError,
  TransportError,
} from "@seapink/core";
import { callErrorOf, connectionErrorOf, setupErrorOf } from "../errors/from-wire.ts";
import type { Frame } from "../frames/frame.ts";
import { rocketCutter } from "../frames/frame-cutter.ts";
import { FrameOutput } from "../frames/frame-output.ts";
import { HeardCutter } from "../frames/heard-cutter.ts";
import { ErrorCode, Flag, FrameType } from "../frames/frame-type.ts";
import { readFrame } from "../frames/read-frame.ts";
import { Reassembly, TooLong } from "../frames/reassembly.ts";
import { OutgoingInteractions } from "../interactions/outgoing-interactions.ts";
import { KeepAlive } from "../keep-alive.ts";
import { clientPush, serverPush, type SetupResponse } from "../metadata/push-metadata.ts";
import { metadataProtocols, readControl } from "../metadata/metadata-protocols.ts";
import type { Settings } from "../options.ts";
import { Bodies } from "../payloads/bodies.ts";
import { ItemInput } from "../payloads/item-input.ts";
import { ItemOutput } from "../streams/item-output.ts";
import { WriteGate } from "../write-gate.ts";
import { ClientCall, largestSeqid, streamIdOf } from "./client-call.ts";
import { ClientStreams } from "./client-streams.ts";
import { checkVersion, clientSetup } from "./client-setup.ts";
import { readResponse, type ResponseContext } from "./read-response.ts";
import { RequestOutput } from "./request-output.ts";

/** The client's side of a lane. */
export class ClientChannel implements Channel {
  readonly #conversation: Conversation;
  readonly #settings: Settings;
  readonly #output: FrameOutput;
  readonly #requests: RequestOutput;
  readonly #gate: WriteGate;
  readonly #streams: ClientStreams;
  readonly #response: ResponseContext;
  readonly #interactions: OutgoingInteractions;
  readonly #calls = new PendingTable<ClientCall>(largestSeqid, 0);
  readonly #input: LaneInput;
  readonly #reassembly: Reassembly;
  readonly #keepAlive: KeepAlive;
  readonly #ending: Ending;
  /** The server has answered the setup, or anything else. */
  #isSetUp = false;
  /** Why it did not. */
  #refused: ThriftError | undefined;
  /** What calls are told that a server with too much to do has left unanswered. */
  #overload: string | undefined;

  constructor(lane: Lane, settings: Settings, conversation: Conversation) {
    const { limits } = conversation;
    const metadataProtocol = metadataProtocols[settings.metadata];
    this.#conversation = conversation;
    this.#settings = settings;
    this.#output = new FrameOutput(lane, limits, metadataProtocol);
    this.#reassembly = new Reassembly(limits, (error) => this.#input.stop(error));
    this.#interactions = new OutgoingInteractions((interactionId) => this.#terminate(interactionId));
    const bodies = new Bodies(limits, this.#settings.compressions);
    this.#requests = new RequestOutput(this.#output, bodies, this.#interactions, settings);
    this.#response = { limits, bodies, metadataProtocol, protocol: settings.protocols.first };
    this.#gate = new WriteGate(limits.writeTimeoutMs, (error) => this.#input.stop(error));
    this.#streams = this.#newStreams(bodies, metadataProtocol);
    const cutter = new HeardCutter(rocketCutter(lane.kind, limits), () => this.#keepAlive.hear());
    this.#input = new LaneInput(lane, cutter, limits, {
      message: (bytes) => this.#receive(bytes),
      mayGoOn: () => true,
      drained: () => this.#gate.open(),
      end: (error) => this.#end(error),
    });
    this.#ending = new Ending(this.#input, limits.drainTimeoutMs);
    this.#output.setup(clientSetup(settings));
    this.#keepAlive = new KeepAlive(
      settings.keepAliveMs,
      () => this.#ask(),
      (silentMs) => this.#input.stop(silent(silentMs)),
    );
    this.#input.start();
  }

  #newStreams(bodies: Bodies, metadataProtocol: Protocol): ClientStreams {
    const { limits } = this.#conversation;
    return new ClientStreams({
      settings: this.#settings,
      limits,
      output: new ItemOutput(this.#output, bodies, (error) => this.#input.stop(error)),
      input: new ItemInput(limits, bodies),
      unread: { bytes: 0, maxBytes: limits.maxUnreadBytes },
      gate: this.#gate,
      protocol: this.#settings.protocols.first,
      metadataProtocol,
      treatment: () => this.#requests.treatment,
      onEnded: (call) => this.#forget(call),
    });
  }

  // From a timer, where nobody would catch it.
  #ask(): void {
    try {
      this.#output.keepAlive(true);
    } catch (cause) {
      this.#input.stop(new TransportError("closed", "the server could not be asked whether it is there", { cause }));
    }
  }

  get closing(): AbortSignal {
    return this.#ending.closing;
  }

  readonly handle: Handler = (call) => {
    try {
      return this.#send(call);
    } catch (error) {
      return Promise.reject(error);
    }
  };

  #send(call: Call): Promise<Reply | undefined> {
    if (this.#ending.reason !== undefined) throw refusalOf(call, this.#ending.reason);
    checkSendable(call, this.#calls.size, this.#conversation.limits);
    const seqid = this.#calls.nextSeqid();
    this.#requests.request(call, streamIdOf(seqid));
    return call.kind === "oneway" ? answered : this.#wait(call, seqid);
  }

  #wait(call: Call, seqid: number): Promise<Reply> {
    const pending = new ClientCall(call, seqid, this.#output.written, this.#onGivenUp);
    this.#calls.add(pending);
    if (call.deadline !== undefined) deadlines.add(pending, call.deadline);
    return pending.promise;
  }

  readonly #onGivenUp = (call: ClientCall, error: TransportError): void => {
    this.#reassembly.drop(call.streamId);
    if (call.state === "open") return this.#streams.giveUp(call, error);
    this.#streams.cancel(call);
    this.#fail(call, error);
  };

  #forget(call: ClientCall): void {
    this.#calls.delete(call);
    this.#reassembly.drop(call.streamId);
    if (call.state === "open") call.end();
    if (this.#ending.reason !== undefined) this.#finishWhenIdle();
  }

  #fail(call: ClientCall, error: unknown): void {
    call.reject(error);
    this.#streams.drop(call);
    this.#forget(call);
  }

  #terminate(interactionId: bigint): void {
    if (this.#ending.isOver) return;
    try {
      this.#output.push(clientPush, { interactionTerminate: { interactionId } });
    } catch (error) {
      // Too much waits to be sent: the server learns of it when the connection ends.
      this.#conversation.onError(error, undefined);
    }
  }

  #receive(bytes: Uint8Array): void {
    const read = readFrame(bytes);
    if (this.#isLate(read)) return;
    const frame = this.#reassembly.push(read);
    if (frame === undefined) return;
    if (frame instanceof TooLong) return this.#refuse(frame);
    if (frame.streamId === 0) return this.#control(frame);
    this.#stream(this.#calls.get((frame.streamId - 1) / 2), frame);
  }

  // A server that is told of the end in the middle of an item never sends the rest of it.
  #isLate({ streamId, type, flags }: Frame): boolean {
    if (type !== FrameType.payload || (flags & Flag.follows) === 0) return false;
    return this.#calls.get((streamId - 1) / 2) === undefined && !this.#reassembly.isPartial(streamId);
  }

  #refuse({ streamId, error }: TooLong): void {
    const call = this.#calls.get((streamId - 1) / 2);
    if (call === undefined) return;
    if (call.state === "open") return this.#streams.giveUp(call, error);
    this.#streams.cancel(call);
    this.#fail(call, error);
  }

  #control(frame: Frame): void {
    switch (frame.type) {
      case FrameType.keepAlive:
        if ((frame.flags & Flag.respond) !== 0) this.#output.keepAlive(false, frame.data);
        return;
      case FrameType.metadataPush:
        return this.#pushed(frame.metadata);
      case FrameType.error:
        return this.#connectionError(frame);
      case FrameType.ext:
        if ((frame.flags & Flag.ignore) !== 0) return;
        break;
    }
    throw new ProtocolError("invalid_data", `expected a frame of a connection, got one of type ${frame.type}`);
  }

  // What is not known may be of a newer server.
  #pushed(metadata: Uint8Array): void {
    const push = readControl(serverPush, metadata, this.#conversation.limits);
    if (push.setupResponse !== undefined) this.#setUp(push.setupResponse);
    if (push.drainCompletePush !== undefined) {
      this.#overload = "the server takes no more calls: it has more to read than it has room for";
      this.#ending.begin(new TransportError("not_open", this.#overload, { mayHaveRun: false }));
      this.#finishWhenIdle();
    }
  }

  #setUp(response: SetupResponse): void {
    checkVersion(response);
    this.#isSetUp = true;
    const known = new Set(["zlib"]);
    if (response.zstdSupported === true) known.add("zstd");
    if (response.lz4Supported === true) known.add("lz4");
    this.#requests.compressWith(this.#settings.compressions, (name) => known.has(name));
  }

  #connectionError({ word, data }: Frame): void {
    if (word !== ErrorCode.connectionClose) {
      if (this.#isSetUp) throw connectionErrorOf(word, data);
      this.#refused = setupErrorOf(word, data);
      throw this.#refused;
    }
    this.#ending.begin(notOpen("the server is closing", undefined));
    this.#finishWhenIdle();
  }

  // Whatever comes for a stream that is over was under way when it ended. Some servers answer calls before SETUP.
  #stream(call: ClientCall | undefined, frame: Frame): void {
    this.#isSetUp = true;
    switch (frame.type) {
      case FrameType.payload:
        return call && this.#payload(call, frame);
      case FrameType.error:
        return call && this.#error(call, frame);
      case FrameType.requestN:
        return call && this.#streams.requestN(call, frame.word);
      case FrameType.cancel:
        return call && this.#streams.cancelled(call);
      case FrameType.ext:
        if ((frame.flags & Flag.ignore) !== 0) return;
        break;
    }
    throw new ProtocolError("invalid_data", `expected a frame of a stream, got one of type ${frame.type}`);
  }

  #payload(call: ClientCall, frame: Frame): void {
    if (call.state === "waiting") this.#first(call, frame);
    else this.#streams.item(call, frame);
  }

  #error(call: ClientCall, frame: Frame): void {
    if (call.state === "open") this.#streams.error(call, frame);
    else this.#fail(call, callErrorOf(frame.word, frame.data, this.#conversation.limits));
  }

  #first(call: ClientCall, frame: Frame): void {
    let reply: Reply;
    try {
      reply = readResponse(frame, this.#response);
    } catch (error) {
      if ((frame.flags & Flag.complete) === 0 && call.kind !== "call") this.#streams.cancel(call);
      return this.#fail(call, error);
    }
    if (call.kind === "call") {
      call.resolve(reply, false);
      return this.#forget(call);
    }
    this.#open(call, reply, (frame.flags & Flag.complete) !== 0);
  }

  // Behind a declared exception there are no items.
  #open(call: ClientCall, reply: Reply, isComplete: boolean): void {
    if (reply.exception !== undefined) {
      call.resolve(reply, false);
      this.#streams.drop(call);
      return this.#forget(call);
    }
    const items = this.#streams.begin(call);
    call.resolve({ ...reply, items }, true);
    if (isComplete) this.#streams.completed(call);
  }

  // Nothing that was not sent whole can have run.
  #end(error: ThriftError | undefined): void {
    const { closedBy } = this.#ending;
    const isOurs = error !== undefined && error === this.#input.error;
    if (isOurs && closedBy === undefined) this.#conversation.onError(error, undefined);
    const cause = closedBy ?? error;
    this.#ending.begin(notOpen("the connection is closed", cause));
    const { sent } = this.#output;
    this.#input.finish();
    this.#keepAlive.stop();
    this.#gate.open();
    this.#reassembly.close();
    this.#interactions.close();
    // A server that refused the setup has run nothing.
    const isRefused = error !== undefined && error === this.#refused;
    for (const call of this.#calls.all()) this.#lose(call, call.writtenUntil <= sent && !isRefused, cause);
    this.#ending.finish();
  }

  #lose(call: ClientCall, mayHaveRun: boolean, cause: unknown): void {
    const when = call.state === "open" ? "its items ended" : "an answer came";
    const message = `${call.method}: the connection was lost before ${when}`;
    const error =
      this.#overload === undefined
        ? new TransportError("closed", message, { cause, mayHaveRun })
        : new ApplicationError("overloaded", `${call.method}: ${this.#overload}`, { cause, mayHaveRun });
    if (call.state === "waiting") return this.#fail(call, error);
    this.#streams.fail(call, error);
    this.#forget(call);
  }

  close(reason?: unknown): Promise<void> {
    this.#ending.begin(notOpen("the connection is closing", reason));
    if (reason !== undefined) this.#ending.cut(reason);
    else this.#drain();
    return this.#ending.over;
  }

  #drain(): void {
    this.#finishWhenIdle();
    this.#ending.limit();
  }

  #finishWhenIdle(): void {
    if (this.#calls.size === 0) this.#input.finish();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}

const answered: Promise<undefined> = Promise.resolve(undefined);

// An interaction does not outlive its connection, and cannot begin on another.
function refusalOf({ method, interaction }: Call, cause: ThriftError): ThriftError {
  if (interaction === undefined || interaction.create) return cause;
  const message = `${method}: ${interaction.of.name} lived on a connection that is closed`;
  return new ApplicationError("interaction_lost", message, { cause, mayHaveRun: false });
}

function notOpen(message: string, cause: unknown): TransportError {
  return new TransportError("not_open", message, { mayHaveRun: false, cause });
}

function silent(silentMs: number): TransportError {
  return new TransportError("timed_out", `expected an answer to keepalive, got nothing for ${Math.round(silentMs)} ms`);
}
