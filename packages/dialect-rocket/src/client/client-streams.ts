import {
  ApplicationError,
  type DeclaredException,
  discard,
  type Limits,
  type Payload,
  type Protocol,
  systemError,
  type ThriftError,
} from "@seapink/core";
import { streamErrorOf } from "../errors/from-wire.ts";
import type { Frame } from "../frames/frame.ts";
import type { ItemInput } from "../payloads/item-input.ts";
import type { Treatment } from "../payloads/bodies.ts";
import type { Settings } from "../options.ts";
import type { ItemOutput, ItemWay } from "../streams/item-output.ts";
import { ItemReceiver, type ItemSource, type Unread } from "../streams/item-receiver.ts";
import { ItemSender, type ItemTarget } from "../streams/item-sender.ts";
import type { WriteGate } from "../write-gate.ts";
import type { ClientCall } from "./client-call.ts";

/** What the streams of a connection need. */
export interface ClientStreamsContext {
  readonly settings: Settings;
  readonly limits: Limits;
  readonly output: ItemOutput;
  readonly input: ItemInput;
  readonly unread: Unread;
  readonly gate: WriteGate;
  readonly protocol: Protocol;
  readonly metadataProtocol: Protocol;
  treatment(): Treatment;
  /** The call is over: both its halves are. */
  onEnded(call: ClientCall): void;
}

/** One item, the final response of a sink, which needs not be asked for. */
const finalWindow = { initialItems: 1, items: 1, bytes: 1 };

/** What goes on behind first responses, on the client's side of a connection (§ 5). */
export class ClientStreams {
  readonly #context: ClientStreamsContext;

  constructor(context: ClientStreamsContext) {
    this.#context = context;
  }

  /** The first response is there: what follows is taken in, and what the caller sends goes out. */
  begin(call: ClientCall): ItemReceiver {
    const { settings, unread } = this.#context;
    const window = call.kind === "sink" ? finalWindow : settings.window;
    const chunkTimeoutMs = call.kind === "sink" ? Number.POSITIVE_INFINITY : settings.chunkTimeoutMs;
    call.receiver = new ItemReceiver(this.#source(call), window, unread, chunkTimeoutMs);
    call.receiver.begin();
    const { items } = call.call;
    if (items !== undefined && call.kind !== "stream") {
      call.sender = new ItemSender(items, this.#target(call), Number.POSITIVE_INFINITY);
      call.sender.grant(call.credits);
    }
    return call.receiver;
  }

  #source(call: ClientCall): ItemSource {
    const { output } = this.#context;
    return {
      request: (n) => {
        if (call.kind !== "sink") output.request(call.streamId, n);
      },
      cancel: () => {
        if (call.kind === "sink") this.#giveUpSink(call);
        else output.cancel(call.streamId);
        this.#endIfOver(call);
      },
      // Both halves end (§ 5.3).
      late: () => this.cancel(call),
    };
  }

  // Nobody wants the final response: the server is told, since there is no CANCEL of a sink.
  #giveUpSink(call: ClientCall): void {
    call.sender?.stop();
    this.#context.output.givenUp(call.streamId);
  }

  #target(call: ClientCall): ItemTarget {
    const { output, protocol, gate } = this.#context;
    const way: ItemWay = { streamId: call.streamId, protocol, treatment: this.#context.treatment() };
    return {
      isFree: (sender) => gate.isFree(sender),
      item: (payload: Payload) => {
        if (!output.item(way, payload, call.call.protocol, false)) gate.shut();
        if (payload.exception !== undefined) this.#failed(call, declaredEnd(call, payload.exception));
      },
      complete: () => {
        output.complete(call.streamId);
        this.#endIfOver(call);
      },
      fail: (error) => {
        output.error(way, systemError(error));
        this.#failed(call, error);
      },
      starved: () => undefined,
    };
  }

  // What is sent has ended in an error. C++ sends no final response then, so that there is none to wait for.
  #failed(call: ClientCall, error: unknown): void {
    call.sender?.stop();
    if (call.kind === "sink") call.receiver?.fail(error);
    this.#endIfOver(call);
  }

  /** A PAYLOAD behind the first response. */
  item(call: ClientCall, frame: Frame): void {
    const { receiver } = call;
    if (receiver === undefined || receiver.isOver) return;
    try {
      const { item, error, isLast } = this.#context.input.read(frame, this.#context.metadataProtocol);
      if (item !== undefined) receiver.push(item, frame.metadata.length + item.body.length);
      if (error !== undefined) receiver.fail(error);
      else if (isLast || (item !== undefined && call.kind === "sink")) receiver.complete();
      this.#endIfOver(call);
    } catch (error) {
      receiver.fail(error);
      this.cancel(call);
    }
  }

  requestN(call: ClientCall, n: number): void {
    if (n === 0) return;
    if (call.sender === undefined) call.credits += n;
    else call.sender.grant(n);
  }

  /** The first response said that nothing follows. */
  completed(call: ClientCall): void {
    call.receiver?.complete();
    this.#endIfOver(call);
  }

  /** The server wants no more of bidi. */
  cancelled(call: ClientCall): void {
    call.sender?.stop();
    this.#endIfOver(call);
  }

  /** The server ends what was open. */
  error(call: ClientCall, { word, data }: Frame): void {
    this.fail(call, streamErrorOf(word, data, this.#context.limits));
    this.#context.onEnded(call);
  }

  /** What is open ends with this error, without a word to the server. */
  fail(call: ClientCall, error: unknown): void {
    call.sender?.stop();
    call.receiver?.fail(error);
  }

  /** What is open ends with this error, and the server is told. */
  giveUp(call: ClientCall, error: ThriftError): void {
    this.cancel(call);
    this.fail(call, error);
  }

  /** Tells the server that nobody waits for the call any more. */
  cancel(call: ClientCall): void {
    const { output } = this.#context;
    const sends = call.kind === "sink" || (call.kind === "bidi" && call.sender?.isOver !== true);
    call.sender?.stop();
    if (sends) output.givenUp(call.streamId);
    if (call.kind !== "sink" && !(sends && call.state === "waiting")) output.cancel(call.streamId);
    this.#context.onEnded(call);
  }

  /** Lets go of what the caller wanted to send, of a call that failed. */
  drop(call: ClientCall): void {
    if (call.call.items !== undefined && call.sender === undefined) discard(call.call.items);
  }

  #endIfOver(call: ClientCall): void {
    const { receiver, sender } = call;
    if (call.state === "over" || receiver?.isOver !== true) return;
    // A sink is over with its final response, whether all was sent or not.
    if (call.kind === "bidi" && sender?.isOver === false) return;
    sender?.stop();
    this.#context.onEnded(call);
  }
}

function declaredEnd({ method }: ClientCall, { name = "an exception", message }: DeclaredException): ApplicationError {
  const told = message === undefined ? "" : `: ${message}`;
  return new ApplicationError("cancelled", `${method}: the items ended in ${name}${told}`);
}
