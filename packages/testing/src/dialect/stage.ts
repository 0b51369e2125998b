import {
  type Call,
  type Channel,
  type Conversation,
  type Handler,
  isThriftError,
  type Limits,
  limits,
  type Reply,
} from "@seapink/core";
import { expect } from "vitest";
import { callOf, textOf } from "./message.ts";
import { ServedCalls } from "./served-calls.ts";
import type { DialectSubject } from "./subject.ts";
import { WatchedLane, type WatchedLaneOptions } from "./watched-lane.ts";

export interface StageOptions extends WatchedLaneOptions {
  readonly limits?: Partial<Limits>;
  /** Puts a second connection in between: calls go through a proxy. */
  readonly isProxied?: boolean;
  /** In the place of `served`. */
  readonly handler?: Handler;
  /** The connection is broken on purpose: either side may report errors of ours about it. */
  readonly isBroken?: boolean;
}

const turnsToArrive = 20;

/** A client and a server on one connection, with all that a test needs to look at. */
export class Stage {
  readonly subject: DialectSubject;
  readonly channel: Channel;
  /** The server's side of the client's connection: the proxy's, if there is one. */
  readonly server: Channel;
  readonly clientLane: WatchedLane;
  readonly serverLane: WatchedLane;
  readonly served: ServedCalls;
  /** What either side reported. A test that expects something takes it out by `reported`. */
  readonly errors: unknown[];
  readonly #behind: Stage | undefined;

  constructor(ends: Ends, subject: DialectSubject, served: ServedCalls, errors: unknown[], behind: Stage | undefined) {
    this.channel = ends.channel;
    this.server = ends.server;
    this.clientLane = ends.clientLane;
    this.serverLane = ends.serverLane;
    this.subject = subject;
    this.served = served;
    this.errors = errors;
    this.#behind = behind;
  }

  send(call: Call): Promise<Reply | undefined> {
    return this.channel.handle(call);
  }

  /** A call that goes there and back, behind everything before it. */
  async roundTrip(text = "round trip"): Promise<void> {
    const reply = this.send(callOf("roundTrip", text));
    const served = await this.served.next();
    expect(served.text).toBe(`1 ${text}`);
    served.answer(`${text} back`);
    expect(textOf(await reply)).toBe(`0 ${text} back`);
  }

  /** Resolves when the server holds back what it has no room for, from now on. */
  async heldBack(): Promise<void> {
    if (this.subject.holdsBack === "by pausing") return this.serverLane.paused();
    // What was written by now has reached the server in a few turns.
    for (let turn = 0; turn < turnsToArrive; turn++) await new Promise((resolve) => setTimeout(resolve, 0));
  }

  /** Takes out what was reported so far. */
  reported(): unknown[] {
    return this.errors.splice(0);
  }

  async close(): Promise<void> {
    this.served.abandon();
    await this.channel.close();
    await this.server.close();
    await this.#behind?.close();
  }
}

interface Ends {
  readonly channel: Channel;
  readonly server: Channel;
  readonly clientLane: WatchedLane;
  readonly serverLane: WatchedLane;
}

/** Opens a stage, runs the test on it, closes it, and sees that nothing was reported that the test did not take out. */
export async function onStage(
  subject: DialectSubject,
  options: StageOptions,
  run: (stage: Stage) => Promise<void>,
): Promise<void> {
  const stage = await openStage(subject, options);
  try {
    await run(stage);
  } finally {
    await stage.close();
  }
  if (options.isBroken !== true) expect(stage.errors).toEqual([]);
  else for (const error of stage.errors) if (!isThriftError(error)) throw error;
}

export async function openStage(subject: DialectSubject, options: StageOptions): Promise<Stage> {
  const served = new ServedCalls();
  const errors: unknown[] = [];
  const handler = options.handler ?? served.handler;
  const behind = options.isProxied ? await connect(subject, options, handler, errors) : undefined;
  const ends = await connect(subject, options, behind?.channel.handle ?? handler, errors);
  return new Stage(ends, subject, served, errors, behind && new Stage(behind, subject, served, errors, undefined));
}

async function connect(
  subject: DialectSubject,
  options: StageOptions,
  handler: Handler,
  errors: unknown[],
): Promise<Ends> {
  const all = limits(options.limits);
  const conversation: Conversation = {
    limits: all,
    handler: undefined,
    onError: (error) => void errors.push(error),
  };
  const lanes = await subject.lanes(all);
  const [clientLane, serverLane] = lanes.map((lane) => new WatchedLane(lane, options));
  if (clientLane === undefined || serverLane === undefined) throw new TypeError("expected two lanes");
  const server = subject.server.accept(serverLane, handler, conversation);
  const channel = await subject.client.connect(clientLane, conversation);
  return { channel, server, clientLane, serverLane };
}
