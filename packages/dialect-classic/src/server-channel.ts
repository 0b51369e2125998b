import { Ending, LaneInput } from "@seapink/conversation";
import {
  alarm,
  ApplicationError,
  type Body,
  type Channel,
  type Conversation,
  deadlines,
  discard,
  type Expiring,
  type Handler,
  type Lane,
  type MessageHead,
  MessageType,
  type Protocol,
  ProtocolError,
  type Reply,
  type Scope,
  systemError,
  type ThriftError,
  TransportError,
} from "@seapink/core";
import { writeApplicationException } from "./application-exception.ts";
import { MessageOutput } from "./message-output.ts";
import type { MessageStyle } from "./message-style.ts";
import { readMessage } from "./read-message.ts";
import { RunningCall } from "./running-call.ts";
import { RunningCalls } from "./running-calls.ts";
import type { ServiceNames } from "./service-names.ts";

/** The server's side of a lane. Calls run side by side; while too many do, or too large ones, nothing more is read. */
export class ServerChannel implements Channel {
  readonly #handler: Handler;
  readonly #names: ServiceNames;
  readonly #conversation: Conversation;
  readonly #output: MessageOutput;
  readonly #input: LaneInput;
  readonly #running = new RunningCalls();
  readonly #ending: Ending;
  readonly #closed = new AbortController();
  readonly #scope: Scope;
  /** Set while the client reads too slowly; it has until then. */
  #blocked: Expiring | undefined;
  /** Answers that wait for the client to read those before. */
  #waiting: (readonly [call: RunningCall, reply: Reply])[] = [];
  #hasPeerEnded = false;
  /** Nothing can be written any more. */
  #isGone = false;

  constructor(lane: Lane, handler: Handler, { framing, protocols, names }: MessageStyle, conversation: Conversation) {
    this.#handler = handler;
    this.#names = names;
    this.#conversation = conversation;
    this.#scope = { peer: lane.info, closed: this.#closed.signal, channel: undefined };
    this.#output = new MessageOutput(lane, framing, conversation.limits);
    this.#input = new LaneInput(lane, framing.cutter(conversation.limits, protocols), conversation.limits, {
      message: (bytes) => readMessage(bytes, protocols, conversation.limits, this.#receive),
      mayGoOn: () => this.#mayGoOn(),
      drained: () => this.#drained(),
      end: (error) => this.#end(error),
    });
    this.#ending = new Ending(this.#input, conversation.limits.drainTimeoutMs);
    this.#input.start();
  }

  get closing(): AbortSignal {
    return this.#ending.closing;
  }

  /** Plain Thrift has no way to call a client. */
  readonly handle: Handler = () =>
    Promise.reject(
      new ProtocolError("not_implemented", "plain Thrift messages carry no calls to a client", { mayHaveRun: false }),
    );

  // While draining, what comes is refused, which takes no place among the calls that run.
  #mayGoOn(): boolean {
    if (this.#blocked !== undefined) return false;
    return this.#ending.reason !== undefined || this.#hasRoom();
  }

  // The last call that is taken may be longer than what was left.
  #hasRoom(): boolean {
    const { maxRunningCalls, maxRunningBytes } = this.#conversation.limits;
    return this.#running.size < maxRunningCalls && this.#running.bytes < maxRunningBytes;
  }

  #drained(): void {
    this.#unblock();
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const [call, reply] of waiting) this.#answer(call, reply);
    this.#input.resume();
  }

  // Answers are finished before they are written: what waits is bounded by the number of calls that run.
  #block(): void {
    const { writeTimeoutMs } = this.#conversation.limits;
    const message = `expected the client to read what is sent within ${writeTimeoutMs} ms`;
    this.#blocked ??= alarm(writeTimeoutMs, () => this.#input.stop(new TransportError("timed_out", message)));
  }

  #unblock(): void {
    if (this.#blocked !== undefined) deadlines.delete(this.#blocked);
    this.#blocked = undefined;
  }

  readonly #receive = (head: MessageHead, body: Uint8Array, protocol: Protocol): void => {
    if (head.type !== MessageType.call && head.type !== MessageType.oneway)
      throw new ProtocolError("invalid_data", `expected a call, got a message of type ${head.type}`);
    const call = new RunningCall(head, body, protocol, this.#scope, this.#names);
    if (this.#ending.reason !== undefined) return this.#refuse(call);
    this.#running.add(call);
    this.#run(call);
  };

  #refuse(call: RunningCall): void {
    const error = new ApplicationError("declined", "declined: the server is closing");
    if (call.kind === "oneway") this.#conversation.onError(error, this.#scope);
    else this.#tell(call, error);
  }

  #run(call: RunningCall): void {
    try {
      this.#handler(call).then(
        (reply) => this.#answer(call, reply),
        (error: unknown) => this.#fail(call, error),
      );
    } catch (error) {
      this.#fail(call, error);
    }
  }

  #answer(call: RunningCall, reply: Reply | undefined): void {
    if (this.#blocked !== undefined && reply !== undefined) {
      this.#waiting.push([call, reply]);
      return;
    }
    try {
      if (reply !== undefined) this.#reply(call, reply);
      this.#finish(call);
    } catch (cause) {
      this.#fail(call, new Error(`${call.method}: could not write the answer`, { cause }));
    }
  }

  #reply(call: RunningCall, { body, items, protocol }: Reply): void {
    if (items === undefined) return this.#write(call, MessageType.reply, body, protocol);
    discard(items);
    throw new ProtocolError("not_implemented", "plain Thrift messages carry no items");
  }

  // What the client will not see is reported here, unless the handler only says that its call was aborted.
  #fail(call: RunningCall, error: unknown): void {
    const told = systemError(error);
    const isUntold = told !== error || call.kind === "oneway";
    const isAbort = error !== undefined && error === call.aborting.reason;
    if (isUntold && !isAbort) this.#conversation.onError(error, this.#scope);
    this.#tell(call, told);
    this.#finish(call);
  }

  #tell(call: RunningCall, error: ApplicationError): void {
    try {
      this.#write(call, MessageType.exception, { write: (w) => writeApplicationException(w, error) }, undefined);
    } catch (cause) {
      this.#input.stop(new TransportError("closed", `${call.method}: could not write an error`, { cause }));
    }
  }

  #write(call: RunningCall, type: MessageType, body: Body, protocol: Protocol | undefined): void {
    if (this.#isGone || call.kind === "oneway") return;
    const isFree = this.#output.write(call.protocol, call.method, type, call.seqid, body, protocol);
    if (!isFree) this.#block();
  }

  #finish(call: RunningCall): void {
    const hadRoom = this.#hasRoom();
    this.#running.delete(call);
    if (this.#ending.reason !== undefined) this.#endWhenIdle();
    else if (!hadRoom) this.#input.resume();
  }

  // A client that has ended in order may still read: what it waits for is answered, if the handler goes on in spite of
  // its signal. A oneway call concerns it no more.
  #end(error: ThriftError | undefined): void {
    this.#hasPeerEnded = true;
    this.#isGone = error !== undefined;
    if (error !== undefined && this.#ending.closedBy === undefined) this.#conversation.onError(error, this.#scope);
    const reason = error ?? this.#ending.reason ?? new TransportError("closed", "the client closed the connection");
    this.#ending.begin(reason);
    this.#closed.abort(reason);
    for (const call of this.#running.all) if (this.#isGone || call.kind !== "oneway") call.aborting.abort(reason);
    // Nothing is written any more, so that nothing waits for it.
    if (this.#isGone) this.#drained();
    this.#drain();
  }

  close(reason?: unknown): Promise<void> {
    this.#ending.begin(new TransportError("not_open", "the connection is closing", { mayHaveRun: false }));
    if (reason !== undefined) this.#ending.cut(reason);
    else this.#drain();
    return this.#ending.over;
  }

  #drain(): void {
    this.#input.resume();
    this.#endWhenIdle();
    this.#ending.limit();
  }

  #endWhenIdle(): void {
    if (!this.#isGone && !this.#owesAnswers()) this.#input.finish();
    if (this.#isGone || (this.#hasPeerEnded && this.#running.size === 0)) this.#ending.finish();
  }

  #owesAnswers(): boolean {
    return this.#running.all.some(({ kind }) => kind !== "oneway");
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}
