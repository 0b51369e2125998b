import {
  ApplicationError,
  deadlines,
  discard,
  type Handler,
  isApplicationError,
  type Limits,
  now,
  ProtocolError,
  type Reply,
  systemError,
  TransportError,
} from "@seapink/core";
import type { Frame } from "../frames/frame.ts";
import { FrameType } from "../frames/frame-type.ts";
import { RpcErrorCode } from "../metadata/enums.ts";
import type { WriteGate } from "../write-gate.ts";
import { CallTable } from "./call-table.ts";
import { CallQueue, type Waiting } from "./call-queue.ts";
import { readRequest, type RequestContext } from "./read-request.ts";
import { ServerCall } from "./server-call.ts";
import type { ServerStreams } from "./server-streams.ts";
import type { AnswerOutput } from "./answer-output.ts";

/** What the calls of a connection need besides what they are read with. */
export interface CallsContext extends RequestContext {
  readonly handler: Handler;
  readonly answers: AnswerOutput;
  readonly streams: ServerStreams;
  /** Told what the client does not learn. */
  onError(error: unknown): void;
  /** Another call has ended. */
  onEnded(call: ServerCall): void;
  readonly gate: WriteGate;
  /** Bytes could not be written: the connection is of no use any more. */
  onBroken(error: TransportError): void;
}

/** What a client waits for longer than it said it would is given up (C++: a tenth longer). */
const patience = 1.1;

/**
 * The calls of one connection. So many run side by side; others wait, since the connection has to be read on for what
 * concerns those that run.
 */
export class ServerCalls {
  readonly #context: CallsContext;
  readonly #limits: Limits;
  readonly #calls = new CallTable();
  readonly #queue = new CallQueue();
  #running = 0;
  #runningBytes = 0;
  #isStarting = false;
  /** Calls that the client waits for. */
  #owed = 0;
  /** Calls whose answers go on, or will. */
  #streams = 0;
  /** Answers that wait for the client to read those before. */
  #unwritten: (() => void)[] = [];
  #refusal: ApplicationError | undefined;
  /** Nothing can be written any more; */
  #isGone = false;
  /** and nothing is started, either. */
  #isLost = false;

  constructor(context: CallsContext) {
    this.#context = context;
    this.#limits = context.limits;
  }

  /** Whether the client waits for nothing. */
  get owesNothing(): boolean {
    return this.#owed === 0;
  }

  get isEmpty(): boolean {
    return this.#calls.size === 0;
  }

  /** Whether anything runs that has not been answered. */
  get isBusy(): boolean {
    return this.#running > 0;
  }

  get(streamId: number): ServerCall | undefined {
    return this.#calls.get(streamId);
  }

  /**
   * Takes in a request.
   * @throws ProtocolError for one that ends the connection
   */
  request(frame: Frame): void {
    const { streamId, type, word } = frame;
    if (streamId % 2 === 0 || this.#calls.get(streamId) !== undefined)
      throw new ProtocolError("invalid_data", `expected a request on a new, odd stream id, got ${streamId}`);
    const hasItems = type === FrameType.requestStream || type === FrameType.requestChannel;
    if (hasItems && word === 0) throw new ProtocolError("invalid_data", "expected an initial n above 0, got 0");
    let call: ServerCall | undefined;
    try {
      call = new ServerCall(readRequest(frame, this.#context), this.#onExpired);
      this.#take(call);
    } catch (error) {
      if (!isApplicationError(error)) throw error;
      this.refuse(frame, error);
      // An interaction whose creation is refused was never there.
      const created = call?.metadata.interactionCreate;
      if (created !== undefined) this.#context.interactions.release(created.interactionId)?.();
    }
  }

  /** Why no call is taken any more. */
  get refusal(): ApplicationError | undefined {
    return this.#refusal;
  }

  /** Takes no call any more, and none of those that wait. Oneway calls, which cannot be refused, still run. */
  refuseAll(refusal: ApplicationError): void {
    this.#refusal = refusal;
    for (const call of this.#calls.all()) {
      if (call.state !== "queued" || call.kind === "oneway") continue;
      this.#tell(call, refusal);
      this.end(call);
    }
  }

  /** Those whose answers go on. */
  open(): readonly ServerCall[] {
    return this.#calls.all().filter(({ state }) => state === "open");
  }

  /** Tells the client that a request is not run. */
  refuse({ streamId, type }: Pick<Frame, "streamId" | "type">, error: ApplicationError): void {
    if (type !== FrameType.requestFnf) this.#hold(this.#context.answers.systemError(streamId, error) ?? true);
    else this.#context.onError(error);
  }

  #take(call: ServerCall): void {
    if (this.#refusal !== undefined) throw this.#refusal;
    if (hasStream(call) && this.#streams >= this.#limits.maxStreams)
      throw new ApplicationError("overloaded", `expected at most ${this.#limits.maxStreams} streams on a connection`);
    if (this.#queue.isEmpty && this.#hasRoom()) {
      this.#add(call);
      return this.#start(call);
    }
    const { maxQueuedBytes } = this.#limits;
    if (this.#queue.bytes + call.bytes > maxQueuedBytes) {
      const message = `expected at most ${maxQueuedBytes} bytes of calls that wait`;
      throw new ApplicationError("overloaded", message, { details: { rocketCode: RpcErrorCode.queueOverloaded } });
    }
    this.#add(call);
    this.#queue.push(call);
    const { queueTimeoutMs = 0 } = call.metadata;
    const queued = queueTimeoutMs > 0 ? now() + queueTimeoutMs : Number.POSITIVE_INFINITY;
    deadlines.add(call, Math.min(queued, call.deadline ?? Number.POSITIVE_INFINITY));
  }

  #add(call: ServerCall): void {
    this.#calls.add(call);
    if (call.kind !== "oneway") this.#owed++;
    if (hasStream(call)) this.#streams++;
  }

  // The last call that is taken may be longer than what was left.
  #hasRoom(): boolean {
    const { maxRunningCalls, maxRunningBytes } = this.#limits;
    return this.#running < maxRunningCalls && this.#runningBytes < maxRunningBytes;
  }

  /** Does something behind the calls that wait, so that it overtakes none. */
  behindWaiting(act: () => void): void {
    if (this.#queue.isEmpty) act();
    else this.#queue.push(act);
  }

  // A call whose handler throws at once ends in here: those behind it are started by the loop, not one inside another.
  #startWaiting(): void {
    if (this.#isStarting) return;
    this.#isStarting = true;
    for (let next = this.#nextWaiting(); next !== undefined; next = this.#nextWaiting()) {
      if (typeof next === "function") next();
      else if (next.state === "queued" && !this.#isLost && (!this.#isGone || next.kind === "oneway")) this.#start(next);
    }
    this.#isStarting = false;
  }

  #nextWaiting(): Waiting | undefined {
    return this.#hasRoom() ? this.#queue.shift() : undefined;
  }

  #start(call: ServerCall): void {
    const { handler, streams } = this.#context;
    call.state = "running";
    this.#running++;
    this.#runningBytes += call.bytes;
    deadlines.delete(call);
    if (call.deadline !== undefined) deadlines.add(call, now() + (call.deadline - now()) * patience);
    if (call.kind === "sink" || call.kind === "bidi") call.items = streams.receiver(call);
    try {
      handler(call).then(
        (reply) => this.#answer(call, reply),
        (error: unknown) => this.#fail(call, error),
      );
    } catch (error) {
      this.#fail(call, error);
    }
  }

  #answer(call: ServerCall, reply: Reply | undefined): void {
    if (call.state !== "running" || (this.#isGone && call.kind !== "oneway")) {
      if (reply?.items !== undefined) discard(reply.items);
      return this.#settled(call);
    }
    if (!this.#context.gate.isFree(this)) return void this.#unwritten.push(() => this.#answer(call, reply));
    try {
      this.#write(call, reply);
    } catch (cause) {
      if (reply?.items !== undefined) discard(reply.items);
      this.#fail(call, new Error(`${call.method}: could not write the answer`, { cause }));
    }
  }

  /** Writes the answer that fits what the client has asked for (§ 3.2), or fails. */
  #write(call: ServerCall, reply: Reply | undefined): void {
    const { answers, streams } = this.#context;
    const items = reply?.items;
    if (call.kind === "oneway") {
      if (items !== undefined) discard(items);
      return this.end(call);
    }
    if (reply === undefined) {
      if (call.kind !== "call") throw misfit(call, "nothing");
      this.#hold(answers.nothing(call));
      return this.end(call);
    }
    if (items === undefined || reply.exception !== undefined) {
      if (call.kind !== "call" && reply.exception === undefined) throw misfit(call, "no items");
      if (items !== undefined) discard(items);
      if (reply.exception !== undefined) this.#notCreated(call);
      this.#hold(answers.reply(call, reply, false));
      return this.end(call);
    }
    if (call.kind === "call") throw misfit(call, "items");
    this.#hold(answers.reply(call, reply, true));
    this.#opened(call);
    streams.begin(call, items, reply.protocol);
  }

  #opened(call: ServerCall): void {
    this.#settled(call);
    // It was that of the first response.
    deadlines.delete(call);
    call.state = "open";
  }

  /** What the client will not see is reported, unless the handler only says that its call was aborted. */
  #fail(call: ServerCall, error: unknown): void {
    const told = systemError(error);
    const isAbort = error !== undefined && error === call.aborting.reason;
    if ((told !== error || call.kind === "oneway") && !isAbort) this.#context.onError(error);
    if (call.state !== "running") return this.#settled(call);
    this.#notCreated(call);
    this.#tell(call, told);
    this.end(call);
  }

  #notCreated({ interaction }: ServerCall): void {
    if (interaction?.create === true) this.#context.interactions.failed(interaction.of);
  }

  #tell(call: ServerCall, error: ApplicationError): void {
    if (call.kind === "oneway" || this.#isGone) return;
    try {
      this.#hold(this.#context.answers.error(call, this.#context.interactions.explained(call, error)));
    } catch (cause) {
      this.#context.onError(new Error(`${call.method}: could not write an error`, { cause }));
      this.#tellLess(call);
    }
  }

  // What an error says may be what cannot be written.
  #tellLess(call: ServerCall): void {
    try {
      this.#hold(this.#context.answers.error(call, new ApplicationError("internal_error", "internal error")));
    } catch (cause) {
      this.#context.onBroken(new TransportError("closed", `${call.method}: could not write an error`, { cause }));
    }
  }

  readonly #onExpired = (call: ServerCall): void => {
    const isQueued = call.state === "queued";
    const isLate = call.deadline !== undefined && call.deadline <= now();
    const what = isQueued && !isLate ? "waited for too long behind other calls" : "timed out";
    const details = { rocketCode: isQueued && !isLate ? RpcErrorCode.queueTimeout : RpcErrorCode.taskExpired };
    const error = new ApplicationError("timed_out", `${call.method}: ${what}`, { details, mayHaveRun: !isQueued });
    if (call.kind === "oneway") this.#context.onError(error);
    this.#tell(call, error);
    this.abort(call, error);
  };

  /** Ends a call for which nobody waits any more. A handler that runs on is not waited for by the client. */
  abort(call: ServerCall, reason: unknown): void {
    const wasRunning = call.state === "running";
    call.aborting.abort(reason);
    call.sender?.stop();
    call.items?.fail(reason);
    this.end(call, wasRunning);
  }

  /** A call is over. One that is aborted takes its place among those that run until its handler has settled. */
  end(call: ServerCall, runsOn = false): void {
    if (call.state === "over") return;
    if (call.state === "running" && !runsOn) this.#settled(call);
    if (hasStream(call)) this.#streams--;
    call.state = "over";
    deadlines.delete(call);
    // What came may still be taken, with the end or the error behind it; whoever has answered a sink wants no more.
    if (call.items?.isOver === true) call.items.release();
    else void call.items?.return();
    this.#calls.delete(call);
    if (call.kind !== "oneway") this.#owed--;
    this.#context.onEnded(call);
    this.#startWaiting();
  }

  #settled(call: ServerCall): void {
    if (call.isSettled) return;
    call.isSettled = true;
    this.#running--;
    this.#runningBytes -= call.bytes;
    if (call.state === "over") this.#startWaiting();
  }

  #hold(isFree: boolean): void {
    if (!isFree) this.#context.gate.shut();
  }

  /** The client has read what was sent. */
  resume(): void {
    const unwritten = this.#unwritten;
    this.#unwritten = [];
    for (const answer of unwritten) answer();
  }

  /** The connection is over. Oneway calls run on, unless it was lost. */
  endAll(reason: unknown, isLost: boolean): void {
    this.#isGone = true;
    this.#isLost = isLost;
    for (const call of this.#calls.all()) if (isLost || call.kind !== "oneway") this.abort(call, reason);
    this.resume();
  }
}

function hasStream({ kind }: ServerCall): boolean {
  return kind !== "call" && kind !== "oneway";
}

function misfit(call: ServerCall, got: string): TypeError {
  return new TypeError(`expected the answer to a ${call.kind}, got one with ${got}`);
}
