import { Ending, LaneInput, PendingTable } from "@seapink/conversation";
import {
  ApplicationError,
  type Call,
  type Channel,
  type Conversation,
  deadlines,
  type Handler,
  type Lane,
  type MessageHead,
  MessageType,
  type Protocol,
  type Reply,
  type ThriftError,
  TransportError,
} from "@seapink/core";
import { readApplicationException } from "./application-exception.ts";
import { IncomingReply } from "./incoming-reply.ts";
import { MessageOutput } from "./message-output.ts";
import type { MessageStyle } from "./message-style.ts";
import { PendingCall } from "./pending-call.ts";
import { readMessage } from "./read-message.ts";
import { refuseBeforeSending } from "./refuse-before-sending.ts";
import type { ServiceNames } from "./service-names.ts";

/** The client's side of a lane: calls go out with a sequence id each, answers come back in any order. */
export class ClientChannel implements Channel {
  readonly #protocol: Protocol;
  readonly #names: ServiceNames;
  readonly #conversation: Conversation;
  readonly #output: MessageOutput;
  readonly #input: LaneInput;
  readonly #pending = new PendingTable<PendingCall>();
  readonly #ending: Ending;

  constructor(lane: Lane, { framing, protocols: [protocol], names }: MessageStyle, conversation: Conversation) {
    this.#protocol = protocol;
    this.#names = names;
    this.#conversation = conversation;
    this.#output = new MessageOutput(lane, framing, conversation.limits);
    this.#input = new LaneInput(lane, framing.cutter(conversation.limits, [protocol]), conversation.limits, {
      message: (bytes) => readMessage(bytes, [protocol], conversation.limits, this.#receive),
      mayGoOn: () => true,
      drained: () => undefined,
      end: (error) => this.#end(error),
    });
    this.#ending = new Ending(this.#input, conversation.limits.drainTimeoutMs);
    this.#input.start();
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
    if (this.#ending.reason !== undefined) throw this.#ending.reason;
    refuseBeforeSending(call, this.#pending.size, this.#conversation.limits);
    const name = this.#names.nameOf(call, this.#conversation.limits);
    const seqid = this.#pending.nextSeqid();
    const type = call.kind === "oneway" ? MessageType.oneway : MessageType.call;
    this.#output.write(this.#protocol, name, type, seqid, call.body, call.protocol);
    return call.kind === "oneway" ? answered : this.#wait(call, name, seqid);
  }

  #wait(call: Call, name: string, seqid: number): Promise<Reply> {
    const pending = new PendingCall(call, name, seqid, this.#output.written, this.#forget);
    this.#pending.add(pending);
    if (call.deadline !== undefined) deadlines.add(pending, call.deadline);
    return pending.promise;
  }

  readonly #forget = (pending: PendingCall): void => {
    this.#pending.delete(pending);
    deadlines.delete(pending);
    if (this.#ending.reason !== undefined) this.#finishWhenIdle();
  };

  // An answer that nobody waits for any more came after its deadline, or was cancelled.
  readonly #receive = (head: MessageHead, body: Uint8Array): void => {
    const pending = this.#pending.get(head.seqid);
    if (pending === undefined) return;
    this.#forget(pending);
    try {
      pending.resolve(this.#replyOf(pending, head, body));
    } catch (error) {
      pending.reject(error);
    }
  };

  #replyOf(pending: PendingCall, head: MessageHead, body: Uint8Array): Reply {
    const { limits } = this.#conversation;
    if (head.type === MessageType.exception) throw readApplicationException(this.#protocol.reader(body, limits));
    if (head.type !== MessageType.reply) {
      const message = `${pending.method}: expected a reply, got a message of type ${head.type}`;
      throw new ApplicationError("invalid_message_type", message, { mayHaveRun: true });
    }
    // Servers leave the service out, but for some errors of C++.
    if (head.name !== pending.method && head.name !== pending.name) {
      throw new ApplicationError("wrong_method_name", `expected a reply to ${pending.method}, got one to ${head.name}`);
    }
    return new IncomingReply(body, this.#protocol, limits);
  }

  // Nothing that was not sent whole can have run.
  #end(error: ThriftError | undefined): void {
    const { closedBy } = this.#ending;
    const isOurs = error !== undefined && error === this.#input.error;
    if (isOurs && closedBy === undefined) this.#conversation.onError(error, undefined);
    const cause = closedBy ?? error;
    this.#ending.begin(notOpen("the connection is closed", cause));
    const { sent } = this.#output;
    for (const pending of this.#pending.all()) pending.lose(pending.writtenUntil <= sent, cause);
    this.#input.finish();
    this.#ending.finish();
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
    if (this.#pending.size === 0) this.#input.finish();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}

const answered: Promise<undefined> = Promise.resolve(undefined);

function notOpen(message: string, cause: unknown): TransportError {
  return new TransportError("not_open", message, { mayHaveRun: false, cause });
}
