import { type CallKind, discard, type Handler, limits, now } from "@seapink/core";
import { zlib } from "@seapink/core/node";
import { caseSettings } from "@seapink/testing";
import { memoryLanes } from "@seapink/transport-memory";
import { expect, test } from "vitest";
import { rocket } from "../../src/rocket.ts";
import { type Hand, laneHand, turn } from "../hand.ts";
import { request, setup } from "../says.ts";
import { callOf, protocol, replyOf, textOf } from "../served.ts";
import { Dice } from "./dice.ts";
import { heapBytes } from "./heap-bytes.ts";
import { OpenThings } from "./open-things.ts";
import { methods, PlausibleFrames } from "./plausible-frames.ts";

// All of it: `SEAPINK_CASES=1000000 pnpm exec vitest run packages/dialect-rocket/test/fuzz`.
const { seed, cases } = caseSettings({ SEAPINK_CASES: "30000", ...process.env });
/** Half of them go to servers, half to clients. */
const frames = Math.ceil(cases / 2);
const mostFrames = 400;
const dialect = rocket({ protocols: [protocol], compression: [zlib()], window: { initialItems: 4, items: 8 } });
const bounds = limits({
  maxRunningCalls: 16,
  maxStreams: 32,
  maxQueuedBytes: 20_000,
  maxFrameBytes: 2048,
  maxMessageBytes: 20_000,
});
const conversation = { limits: bounds, handler: undefined, onError: () => undefined };

type Say = (frames: PlausibleFrames) => ReturnType<PlausibleFrames["ofClient"]>;

interface Attacked {
  readonly hand: Hand;
  /** Ends our side, and resolves when that is done. */
  close(): Promise<void>;
}

/** Attacks new connections until so many frames were sent, with a good call in between. */
async function attack(begin: (things: OpenThings, dice: Dice) => Promise<Attacked>, say: Say): Promise<void> {
  const good = await goodConnection();
  let bytesBefore = 0;
  for (let sent = 0, connection = 0; sent < frames; connection++) {
    const dice = new Dice(seed + connection);
    const things = new OpenThings();
    const attacked = await begin(things, dice);
    sent += await sendAll(attacked.hand, new PlausibleFrames(dice), dice, say);
    expect(await good(), `connection ${connection}`).toBe("good");
    attacked.hand.close();
    await attacked.close();
    await turn();
    if (things.left.length > 0) await turn();
    expect(things.left, `seed ${seed}, connection ${connection}`).toEqual([]);
    if (connection === 20) bytesBefore = heapBytes();
  }
  expect(heapBytes() - bytesBefore).toBeLessThan(8_000_000);
}

async function sendAll(hand: Hand, plausible: PlausibleFrames, dice: Dice, say: Say): Promise<number> {
  let isOver = false;
  void hand.ended.then(() => (isOver = true));
  const most = 1 + dice.below(mostFrames);
  for (let sent = 0; ;) {
    const batch = Array.from({ length: 1 + dice.below(12) }, () => say(plausible));
    hand.send(...batch);
    sent += batch.length;
    if (dice.once(4)) await turn();
    else await Promise.resolve();
    hand.forget();
    if (isOver || sent >= most) return sent;
  }
}

/** A connection on which all is in order, whatever happens on others. */
async function goodConnection(): Promise<() => Promise<string>> {
  const [near, far] = memoryLanes();
  dialect.accept(far, () => Promise.resolve(replyOf("good")), conversation);
  const channel = await dialect.connect(near, conversation);
  return async () => textOf((await channel.handle(callOf())) ?? replyOf("nothing"));
}

/** Some deliver frames in pieces. */
function lanes(dice: Dice): ReturnType<typeof memoryLanes> {
  return dice.once(4) ? memoryLanes({ chunkBytes: 8 + dice.below(100) }) : memoryLanes();
}

async function attackedServer(things: OpenThings, dice: Dice): Promise<Attacked> {
  const [near, far] = lanes(dice);
  const channel = dialect.accept(far, (call) => things.answer(call, dice), conversation);
  const hand = laneHand(near);
  hand.send(setup, request(0));
  await hand.frame();
  return { hand, close: () => channel.close(new Error("done")) };
}

test(`a server survives ${frames} frames (seed ${seed})`, { timeout: 900_000 }, () =>
  attack(attackedServer, (plausible) => plausible.ofClient()),
);

/** Of a client, on each connection. */
const calls = 12;
const kinds: readonly CallKind[] = ["call", "stream", "sink", "bidi", "oneway"];

async function attackedClient(things: OpenThings, dice: Dice): Promise<Attacked> {
  const [near, far] = lanes(dice);
  const channel = await dialect.connect(far, conversation);
  const hand = laneHand(near);
  const abort = new AbortController();
  for (let i = 0; i < calls; i++) callAtRandom(channel.handle, things, dice, abort.signal);
  if (dice.once(4)) abort.abort(new Error("enough"));
  await turn();
  return { hand, close: () => channel.close(new Error("done")) };
}

test(`a client survives ${frames} frames (seed ${seed})`, { timeout: 900_000 }, () =>
  attack(attackedClient, (plausible) => {
    plausible.begun(2 * calls - 1);
    return plausible.ofServer();
  }),
);

function callAtRandom(handle: Handler, things: OpenThings, dice: Dice, signal: AbortSignal): void {
  const kind = dice.of(kinds);
  const sends = kind === "sink" || kind === "bidi";
  const call = callOf({
    kind,
    method: dice.of(methods),
    items: sends ? things.items(dice.of([0, 3, 30]), dice.of(["end", "wait"])) : undefined,
    deadline: dice.once(4) ? now() + dice.below(20) : undefined,
    signal: dice.once(4) ? signal : undefined,
  });
  const take = async (): Promise<void> => {
    try {
      const reply = await handle(call);
      await things.gather(reply?.items, dice.of([1, 5, Number.POSITIVE_INFINITY]));
    } catch {
      // Whoever made a call that failed lets go of its items.
      if (call.items !== undefined) discard(call.items);
    }
  };
  void things.settles("call", take());
}
