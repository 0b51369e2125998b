import { type Items, type Limits, type Protocol, systemError, TransportError } from "@seapink/core";
import { callErrorOf } from "../errors/from-wire.ts";
import type { Frame } from "../frames/frame.ts";
import { ErrorCode } from "../frames/frame-type.ts";
import type { ItemInput } from "../payloads/item-input.ts";
import type { Settings } from "../options.ts";
import type { ItemOutput } from "../streams/item-output.ts";
import { ItemReceiver, type Unread } from "../streams/item-receiver.ts";
import { ItemSender, type ItemTarget } from "../streams/item-sender.ts";
import type { WriteGate } from "../write-gate.ts";
import type { ServerCall } from "./server-call.ts";

/** What the streams of a connection need. */
export interface StreamsContext {
  readonly settings: Settings;
  readonly limits: Limits;
  readonly output: ItemOutput;
  readonly input: ItemInput;
  readonly unread: Unread;
  readonly gate: WriteGate;
  metadataProtocol(): Protocol;
  /** Told what the client does not learn. */
  onError(error: unknown): void;
  /** The call is over: both its halves are. */
  onEnded(call: ServerCall): void;
  /** Nobody waits for the call any more. */
  onAborted(call: ServerCall, reason: unknown): void;
}

/** What goes on behind first responses, on the server's side of a connection (§ 5). */
export class ServerStreams {
  readonly #context: StreamsContext;

  constructor(context: StreamsContext) {
    this.#context = context;
  }

  /** What the client will send. It is asked for behind the first response. */
  receiver(call: ServerCall): ItemReceiver {
    const { settings, output, unread } = this.#context;
    const { streamId } = call;
    const source = {
      request: (n: number): void => {
        if (call.state === "open") output.request(streamId, n);
        else call.asked += n;
      },
      cancel: () => this.#cancelItems(call),
      late: (): void => {
        const message = `expected an item within ${settings.chunkTimeoutMs} ms`;
        if (call.kind === "bidi") output.cancel(streamId);
        output.broken(call, "chunk", message);
        this.#context.onAborted(call, new TransportError("timed_out", `${call.method}: ${message}`));
      },
    };
    const receiver = new ItemReceiver(source, settings.window, unread, settings.chunkTimeoutMs);
    if (call.isComplete) receiver.complete();
    else call.asked += receiver.initialItems;
    return receiver;
  }

  // Only bidi has a frame for it; of a sink what still comes is dropped.
  #cancelItems(call: ServerCall): void {
    if (call.state !== "open") call.asked = 0;
    else if (call.kind === "bidi") this.#context.output.cancel(call.streamId);
    this.#endIfOver(call);
  }

  /** What the client sends cannot be used. */
  breakItems(call: ServerCall, error: unknown): void {
    if (call.items === undefined || call.items.isOver) return;
    call.items.fail(error);
    this.#cancelItems(call);
  }

  /** The first response has been written: asks for the client's items, and sends its own. */
  begin(call: ServerCall, items: Items, from: Protocol | undefined): void {
    const { output, settings } = this.#context;
    if (call.items !== undefined) {
      if (!call.items.isOver) output.request(call.streamId, call.asked);
      else if (call.kind === "bidi" && call.asked === 0 && !call.isComplete) output.cancel(call.streamId);
      call.items.begin();
    }
    const isFinal = call.kind === "sink";
    const sender = new ItemSender(items, this.#target(call, from, isFinal), settings.creditTimeoutMs);
    call.sender = sender;
    // The first response has taken one.
    sender.grant(isFinal ? Number.POSITIVE_INFINITY : call.credits - 1);
  }

  #target(call: ServerCall, from: Protocol | undefined, isFinal: boolean): ItemTarget {
    const { output, settings } = this.#context;
    return {
      isFree: (sender) => this.#context.gate.isFree(sender),
      item: (payload) => {
        const isLast = isFinal || payload.exception !== undefined;
        if (!output.item(call, payload, from, isLast)) this.#context.gate.shut();
        if (isLast) this.#endHalf(call);
      },
      complete: () => {
        if (isFinal) this.#failed(call, new TypeError(`${call.method}: expected a final response, got none`));
        else output.complete(call.streamId);
        this.#endHalf(call);
      },
      fail: (error) => this.#failed(call, error),
      starved: () => {
        const message = `expected a request for more items within ${settings.creditTimeoutMs} ms`;
        if (call.kind === "bidi" && call.items?.isOver === false) output.cancel(call.streamId);
        output.broken(call, "credit", message);
        this.#context.onAborted(call, new TransportError("timed_out", `${call.method}: ${message}`));
      },
    };
  }

  #failed(call: ServerCall, error: unknown): void {
    const told = systemError(error);
    if (told !== error && error !== call.aborting.reason) this.#context.onError(error);
    this.#context.output.error(call, told);
    this.#endHalf(call);
  }

  /** Ends what the server sends. That is all, but for bidi. */
  #endHalf(call: ServerCall): void {
    call.sender?.stop();
    if (call.kind !== "bidi" || call.items?.isOver !== false) this.#context.onEnded(call);
  }

  #endIfOver(call: ServerCall): void {
    if (call.kind !== "bidi" || call.state !== "open") return;
    if (call.sender?.isOver === true && call.items?.isOver === true) this.#context.onEnded(call);
  }

  /** A PAYLOAD of the client. */
  item(call: ServerCall, frame: Frame): void {
    const { items } = call;
    if (items === undefined || items.isOver) return;
    try {
      const { item, error, isLast } = this.#context.input.read(frame, this.#context.metadataProtocol());
      if (item !== undefined) items.push(item, frame.metadata.length + item.body.length);
      if (error !== undefined) items.fail(error);
      else if (isLast) items.complete();
    } catch (error) {
      return this.breakItems(call, error);
    }
    this.#endIfOver(call);
  }

  requestN(call: ServerCall, n: number): void {
    if (n === 0) return;
    if (call.sender === undefined) call.credits += n;
    else call.sender.grant(n);
  }

  /** The client wants no more: of bidi, what it is sent; of others, anything. */
  cancel(call: ServerCall): void {
    if (call.kind === "bidi" && call.state === "open") this.#endHalf(call);
    else this.#context.onAborted(call, cancelled(call));
  }

  /** The client gives up what it was sending (§ 5.2), or, with CANCELED, all of it. */
  error(call: ServerCall, { word, data }: Frame): void {
    if (word === ErrorCode.canceled || call.items === undefined) return this.#context.onAborted(call, cancelled(call));
    call.items.fail(callErrorOf(word, data, this.#context.limits));
    this.#endIfOver(call);
  }
}

function cancelled({ method }: ServerCall): TransportError {
  return new TransportError("cancelled", `${method}: the client cancelled`);
}
