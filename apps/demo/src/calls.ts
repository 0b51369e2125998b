import { outcomeOf, withClient } from "key-value";

/** One thing that was tried, and what became of it. */
export interface Step {
  readonly name: string;
  readonly outcome: string;
  readonly isExpected: boolean;
  readonly durationMs: number;
}

const concurrency = 64;
const manyCalls = 5_000;

/** A few calls such as a newcomer would make; each says whether it was answered as expected. */
export async function* callsOf(address: string): AsyncGenerator<Step> {
  const framed = address.replace("any:", "tcp:");
  yield* greetings(framed);
  yield await tried("get hello, over unframed Thrift", '"world"', () =>
    withClient(`${framed}?framing=unframed`, async (client) => JSON.stringify(await client.get({ key: "hello" }))),
  );
  yield await tried(`get hello, ${manyCalls} times, ${concurrency} at once`, "all answered", () => many(framed));
}

async function* greetings(address: string): AsyncGenerator<Step> {
  const value = "world";
  yield await tried("set hello", '"world"', () =>
    withClient(address, async (client) => JSON.stringify(await client.set({ key: "hello", value }))),
  );
  yield await tried("get hello", '"world"', () =>
    withClient(address, async (client) => JSON.stringify(await client.get({ key: "hello" }))),
  );
  yield await tried("get nobody", "not found: nobody", () =>
    withClient(address, (client) => client.get({ key: "nobody" })),
  );
}

function many(address: string): Promise<string> {
  return withClient(address, async (client) => {
    let left = manyCalls;
    const worker = async (): Promise<void> => {
      while (left-- > 0) await client.get({ key: "hello" });
    };
    await Promise.all(Array.from({ length: concurrency }, worker));
    return "all answered";
  });
}

async function tried(name: string, expected: string, call: () => Promise<string>): Promise<Step> {
  const began = performance.now();
  const outcome = await call().catch((error: unknown) => outcomeOf(error).message);
  return { name, outcome, isExpected: outcome === expected, durationMs: performance.now() - began };
}
