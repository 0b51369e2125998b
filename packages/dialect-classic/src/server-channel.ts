import {
  alarm,
  ApplicationError,
  type Body,
  type Channel,
  type Conversation,
  deadlines,
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
import { drainTimedOut } from "./drain-timed-out.ts";
import type { Framing } from "./framing.ts";
import { MessageInput } from "./message-input.ts";
import { MessageOutput } from "./message-output.ts";
import { RunningCall } from "./running-call.ts";

/** The server's side of a lane. Calls run side by side; while too many do, nothing more is read. */
export class ServerChannel implements Channel {
  readonly #lane: Lane;
  readonly #handler: Handler;
  readonly #conversation: Conversation;
  readonly #output: MessageOutput;
  readonly #input: MessageInput;
  readonly #running: Set<RunningCall> = new Set();
  readonly #closing = new AbortController();
  readonly #closed = new AbortController();
  readonly #scope: Scope;
  readonly #ended: Promise<void>;
  #onEnded!: () => void;
  #isBlocked = false;
  #isGone = false;
  #hasPeerEnded = false;

  constructor(
    lane: Lane,
    handler: Handler,
    protocols: readonly Protocol[],
    framing: Framing,
    conversation: Conversation,
  ) {
    this.#lane = lane;
    this.#handler = handler;
    this.#conversation = conversation;
    this.#scope = { peer: lane.info, closed: this.#closed.signal, channel: undefined };
    this.#output = new MessageOutput(lane, framing, conversation.limits);
    this.#ended = new Promise((resolve) => (this.#onEnded = resolve));
    this.#input = new MessageInput(lane, framing, protocols, conversation.limits, {
      message: (head, body, protocol) => this.#receive(head, body, protocol),
      mayGoOn: () => this.#mayGoOn(),
      drained: () => this.#drained(),
      end: (error) => this.#end(error),
    });
  }

  get closing(): AbortSignal {
    return this.#closing.signal;
  }

  /** Plain Thrift has no way to call a client. */
  readonly handle: Handler = () =>
    Promise.reject(
      new ProtocolError("not_implemented", "plain Thrift messages carry no calls to a client", { mayHaveRun: false }),
    );

  #mayGoOn(): boolean {
    if (this.#isBlocked || this.#closing.signal.aborted) return false;
    return this.#running.size < this.#conversation.limits.maxRunningCalls;
  }

  #drained(): void {
    this.#isBlocked = false;
    this.#input.resume();
  }

  #receive(head: MessageHead, body: Uint8Array, protocol: Protocol): void {
    const call = new RunningCall(head, body, protocol, this.#scope);
    this.#running.add(call);
    if (head.type === MessageType.reply || head.type === MessageType.exception) {
      this.#fail(
        call,
        new ApplicationError("invalid_message_type", `expected a call, got a message of type ${head.type}`),
      );
    } else {
      this.#run(call);
    }
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
    try {
      if (reply?.items !== undefined)
        throw new ProtocolError("not_implemented", "plain Thrift messages carry no items");
      if (reply !== undefined) this.#write(call, MessageType.reply, reply.body, reply.protocol);
      this.#finish(call);
    } catch (cause) {
      this.#fail(call, new Error(`${call.method}: could not write the answer`, { cause }));
    }
  }

  // What the peer must not see is reported here.
  #fail(call: RunningCall, error: unknown): void {
    const told = systemError(error);
    if (told !== error) this.#conversation.onError(error, this.#scope);
    try {
      this.#write(call, MessageType.exception, { write: (w) => writeApplicationException(w, told) }, undefined);
    } catch (cause) {
      this.#input.stop(new TransportError("closed", `${call.method}: could not write an error`, { cause }));
    }
    this.#finish(call);
  }

  #write(call: RunningCall, type: MessageType, body: Body, protocol: Protocol | undefined): void {
    if (this.#isGone || call.kind === "oneway") return;
    const isFree = this.#output.write(call.protocol, call.method, type, call.seqid, body, protocol);
    if (!isFree) this.#isBlocked = true;
  }

  #finish(call: RunningCall): void {
    this.#running.delete(call);
    if (this.#closing.signal.aborted) this.#closeWhenIdle();
    else if (this.#running.size === this.#conversation.limits.maxRunningCalls - 1) this.#input.resume();
  }

  #closeWhenIdle(): void {
    if (this.#running.size > 0 || this.#isGone) return;
    this.#lane.close();
    if (this.#hasPeerEnded) this.#onEnded();
  }

  // A peer that ends in order may still read: what runs is told, and answered if it ends nevertheless.
  #end(error: ThriftError | undefined): void {
    this.#hasPeerEnded = true;
    this.#isGone = error !== undefined;
    const reason = error ?? new TransportError("closed", "the client closed the connection");
    if (error !== undefined) this.#conversation.onError(error, this.#scope);
    this.#closing.abort(reason);
    this.#closed.abort(reason);
    for (const call of this.#running) call.abort(reason);
    if (this.#isGone) this.#onEnded();
    else this.#closeWhenIdle();
  }

  async close(reason?: unknown): Promise<void> {
    this.#closing.abort(new TransportError("not_open", "the connection is closing", { mayHaveRun: false }));
    if (reason !== undefined)
      this.#input.stop(new TransportError("closed", "the connection was closed", { cause: reason }));
    else this.#drain();
    await this.#ended;
  }

  #drain(): void {
    const { drainTimeoutMs } = this.#conversation.limits;
    const late = alarm(drainTimeoutMs, () => this.#input.stop(drainTimedOut(drainTimeoutMs)));
    void this.#ended.then(() => deadlines.delete(late));
    this.#input.resume();
    this.#closeWhenIdle();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}
