import { expect, test } from "vitest";
import { withClient } from "../src/call.ts";
import { serving } from "./command.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const rounds = 5;
const atOnce = 16;

/** Sets one key after another, many at once, until the server is gone. Returns what it has acknowledged. */
async function setUntilGone(
  at: string,
  round: number,
  onAcknowledged: (count: number) => void,
): Promise<Map<string, string>> {
  const acknowledged = new Map<string, string>();
  await withClient(at, async (client) => {
    let next = 0;
    const worker = async (): Promise<void> => {
      for (;;) {
        const [key, value] = [`${round}/${next}`, `value ${next++} of round ${round}`];
        await client.set({ key, value });
        acknowledged.set(key, value);
        onAcknowledged(acknowledged.size);
      }
    };
    await Promise.allSettled(Array.from({ length: atOnce }, worker));
  });
  return acknowledged;
}

test("loses no acknowledged value when the server is killed while it sets", { timeout: 60_000 }, async () => {
  await using folder = await temporaryFolder();
  const all = new Map<string, string>();
  for (let round = 0; round < rounds; round++) {
    const server = await serving(folder.path, "tcp://127.0.0.1:0");
    let killed: Promise<unknown> | undefined;
    // Somewhere in the middle, at another place each time.
    const killAt = 200 + 137 * round;
    const acknowledged = await setUntilGone(server.address, round, (count) => {
      if (count >= killAt) killed ??= server.kill("SIGKILL");
    });
    await killed;
    expect(acknowledged.size).toBeGreaterThanOrEqual(killAt);
    for (const [key, value] of acknowledged) all.set(key, value);
  }
  await using server = await serving(folder.path, "tcp://127.0.0.1:0");
  await withClient(server.address, async (client) => {
    const keys = [...all.keys()];
    const values = await Promise.all(keys.map((key) => client.get({ key }).catch((error: unknown) => error)));
    expect(new Map(keys.map((key, i) => [key, values[i]]))).toEqual(all);
  });
});
