import {
  type Call,
  type Channel,
  type Conversation,
  type Handler,
  type HeaderMap,
  type Items,
  type Limits,
  limits,
  noHeaders,
  type Payload,
  type Reply,
} from "@seapink/core";
import { compact } from "@seapink/protocol-compact";
import { memoryLanes } from "@seapink/transport-memory";
import { onTestFinished } from "vitest";
import { rocket } from "../src/rocket.ts";
import type { RocketOptions } from "../src/options.ts";
import { type Hand, laneHand } from "./hand.ts";
import { argument, result, setup } from "./says.ts";

export const protocol = compact({ variant: "fbthrift" });

export interface PlayOptions {
  readonly limits?: Partial<Limits>;
  readonly rocket?: Partial<RocketOptions>;
}

/** A side of ours, and the other held by hand; they are closed when the test is over. */
export interface Played {
  readonly channel: Channel;
  readonly hand: Hand;
  /** What our side reports. */
  readonly errors: unknown[];
}

/** Our server, with a client held by hand that has not said anything. */
export function bareServer(handler: Handler, options: PlayOptions = {}): Played {
  const [ours, theirs] = memoryLanes();
  const errors: unknown[] = [];
  const dialect = rocket({ protocols: [protocol], ...options.rocket });
  return played(dialect.accept(ours, handler, conversation(options, errors)), laneHand(theirs), errors);
}

/** The same behind SETUP and its answer. */
export async function served(handler: Handler, options: PlayOptions = {}): Promise<Played> {
  const server = bareServer(handler, options);
  server.hand.send(setup);
  await server.hand.frame();
  return server;
}

/** Our client, with a server held by hand; SETUP has come, and has no answer yet. */
export async function called(options: PlayOptions = {}): Promise<Played> {
  const [ours, theirs] = memoryLanes();
  const errors: unknown[] = [];
  const dialect = rocket({ protocols: [protocol], keepAliveMs: Number.POSITIVE_INFINITY, ...options.rocket });
  const channel = await dialect.connect(ours, conversation(options, errors));
  const hand = laneHand(theirs);
  await hand.frame();
  return played(channel, hand, errors);
}

function conversation(options: PlayOptions, errors: unknown[]): Conversation {
  return { limits: limits(options.limits), handler: undefined, onError: (error) => errors.push(error) };
}

function played(channel: Channel, hand: Hand, errors: unknown[]): Played {
  onTestFinished(async () => {
    hand.close();
    await channel.close(new Error("the test is over"));
  });
  return { channel, hand, errors };
}

export function callOf(changes: Partial<Call> = {}): Call {
  return {
    service: undefined,
    method: "test",
    kind: "call",
    protocol,
    headers: noHeaders,
    body: argument("x"),
    items: undefined,
    interaction: undefined,
    deadline: undefined,
    signal: undefined,
    scope: undefined,
    identity: undefined,
    ...changes,
  };
}

export function payloadOf(text: string): Payload {
  return { headers: noHeaders, body: result(text), exception: undefined };
}

export function replyOf(text: string, items?: Items): Reply {
  return { ...payloadOf(text), protocol, items };
}

/** The text in a result or an item of ours, which stands behind three bytes. */
export function textOf({ body }: Pick<Payload, "body">): string {
  if (!(body instanceof Uint8Array)) throw new TypeError("expected bytes, as everything that came over a lane");
  const reader = protocol.reader(body, limits());
  reader.structBegin();
  return reader.fieldBegin() === 0 ? "void" : reader.string();
}

export async function textsOf(items: Items | undefined): Promise<string[]> {
  const texts: string[] = [];
  for await (const item of items ?? []) texts.push(textOf(item));
  return texts;
}

type ItemResult = IteratorResult<Payload, HeaderMap | void>;

/** Items with these texts, then `then`: an end, nothing for ever, or an error. It knows what became of it. */
export class Source implements Items {
  taken = 0;
  isReturned = false;
  readonly returned: PromiseWithResolvers<void> = Promise.withResolvers();
  readonly #texts: readonly string[];
  readonly #then: Promise<ItemResult>;

  constructor(texts: readonly string[], then: "end" | "wait" | Error = "end") {
    this.#texts = texts;
    this.#then = then === "wait" ? new Promise(() => undefined) : this.#ends(then);
    this.#then.catch(() => undefined);
  }

  #ends(then: "end" | Error): Promise<ItemResult> {
    return then === "end" ? Promise.resolve({ done: true, value: undefined }) : Promise.reject(then);
  }

  [Symbol.asyncIterator](): AsyncIterator<Payload, HeaderMap | void> {
    return this;
  }

  next(): Promise<ItemResult> {
    const text = this.#texts[this.taken];
    if (text === undefined) return this.#then;
    this.taken++;
    return Promise.resolve({ done: false, value: payloadOf(text) });
  }

  return(): Promise<ItemResult> {
    this.isReturned = true;
    this.returned.resolve();
    return Promise.resolve({ done: true, value: undefined });
  }
}

export function numbered(count: number): string[] {
  return Array.from({ length: count }, (_, i) => String(i));
}
