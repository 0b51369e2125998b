import type { Channel } from "@seapink/core";
import { newInteraction } from "@seapink/interactions";
import { balanced, createClient, type InteractionClient, local, reconnecting, retry } from "@seapink/rpc";
import { describe, expect, test } from "vitest";
import { Pins } from "../src/pins.ts";
import { Disk, diskType, forms } from "./disk.ts";
import { settle } from "./fake-time.ts";

const cut = new Error("the cable broke");
const failure = async (promise: Promise<unknown> | undefined): Promise<unknown> => promise?.catch((e: unknown) => e);
const lost = { code: "interaction_lost", mayHaveRun: false };
const text = (name: string): { readonly headers: { readonly text: string } } => ({ headers: { text: name } });

/** A channel that connects to one disk after the other; where there is none, the attempt fails. */
function reconnected(...disks: readonly (Disk | undefined)[]): { readonly channel: Channel; readonly made: Channel[] } {
  const made: Channel[] = [];
  let next = 0;
  const connect = async (): Promise<Channel> => {
    const disk = disks[next++];
    if (disk === undefined) throw cut;
    made.push(local(disk.handler));
    return made.at(-1) as Channel;
  };
  return { channel: reconnecting(connect, { minDelayMs: 1, maxDelayMs: 1 }), made };
}

const again = { filters: [retry({ minDelayMs: 1, maxDelayMs: 1 })] };

describe("pins", () => {
  const { interaction, end } = newInteraction("File");
  const closing = new AbortController();
  const [here, elsewhere] = [{ closing: closing.signal }, { closing: new AbortController().signal }];
  const pins: Pins<typeof here> = new Pins();

  test("know where an interaction began, last where it began again, and that this has closed", () => {
    expect(() => pins.placeOf(interaction)).toThrow("File: the interaction is over: it did not begin on this channel");
    pins.begin(interaction, here);
    expect(pins.placeOf(interaction)).toBe(here);
    closing.abort(cut);
    expect(() => pins.placeOf(interaction)).toThrow(
      expect.objectContaining({
        ...lost,
        message: "File: the interaction is over: its connection is gone",
        cause: cut,
      }),
    );
    pins.begin(interaction, elsewhere);
    expect(pins.placeOf(interaction)).toBe(elsewhere);
    end();
    expect(() => pins.begin(interaction, here)).toThrow(expect.objectContaining(lost));
  });
});

describe.each(forms)("a handle made %s", (_, open) => {
  test("stays lost when its channel connects again, while another lives on the next connection", async () => {
    const [first, second] = [new Disk(), new Disk()];
    const { channel, made } = reconnected(first, second);
    const client = createClient(first.type, channel, again);
    const old = open(client);
    const created = old["note"]?.({}, text("a"));
    await settle();
    first.release();
    await created;
    await made[0]?.close(cut);
    expect(await failure(old["note"]?.({}, text("b")))).toMatchObject(lost);
    const next = (await client["open"]?.()) as InteractionClient;
    expect(await next["note"]?.({}, text("c"))).toBe("c");
    const error = await failure(old["note"]?.({}, text("d")));
    expect(error).toMatchObject({ ...lost, message: "File: the interaction is over: a call on it was told so" });
    expect([first.journal.filter((line) => line.length === 1), second.journal]).toEqual([["a"], ["c"]]);
    await channel.close(cut);
  });

  test("lives on the connection that its creation reached at last", async () => {
    const disk = new Disk();
    const { channel } = reconnected(undefined, undefined, disk);
    const file = open(createClient(disk.type, channel, again));
    const first = failure(file["note"]?.({}, { headers: { text: "a", slow: "yes" } }));
    const behind = failure(file["note"]?.({}, text("b")));
    await expect.poll(() => disk.journal).toEqual(["opening"]);
    disk.release();
    const isFactory = (await first) !== "a";
    // What came behind an attempt that failed has not run, and says so.
    const unsent = { code: "not_open", mayHaveRun: false };
    expect([await first, await behind]).toMatchObject([isFactory ? unsent : "a", unsent]);
    await settle();
    expect(await file["note"]?.({}, text("c"))).toBe("c");
    expect(disk.journal).toEqual(isFactory ? ["opening", "c"] : ["opening", "a", "c"]);
    await channel.close(cut);
  });

  test("is over when none of its attempts connects", async () => {
    const { channel } = reconnected();
    const file = open(createClient(new Disk().type, channel, again));
    const calls = [file["note"]?.(), file["note"]?.()].map(failure);
    for (const error of await Promise.all(calls)) expect(error).toMatchObject({ code: "not_open" });
    await expect.poll(() => failure(file["note"]?.())).toMatchObject({ ...lost, cause: { code: "not_open" } });
    await channel.close(cut);
  });
});

test("many handles over many backends each reach their own object, until its backend goes", async () => {
  const disks = Array.from({ length: 4 }, () => new Disk());
  const channels = disks.map((disk) => local(disk.handler));
  const client = createClient(diskType(), balanced(channels), again);
  const files = Array.from({ length: 40 }, () => client["createFile"]?.() as unknown as InteractionClient);
  const notes = (): Promise<unknown>[] => files.map((file, i) => failure(file["note"]?.({}, text(`${i}`))));
  for (let i = 0; i < 3; i++) expect(await Promise.all(notes())).toEqual(files.map((__, j) => `${j}`));
  const owners = disks.map((disk) => new Set(disk.journal));
  expect(owners.map(({ size }) => size).reduce((sum, size) => sum + size)).toBe(40);
  expect(disks.map(({ journal }) => journal.length)).toEqual(owners.map(({ size }) => size * 3));
  await channels[0]?.close(cut);
  for (const [i, answer] of (await Promise.all(notes())).entries()) {
    if (owners[0]?.has(`${i}`)) expect(answer).toMatchObject(lost);
    else expect(answer).toBe(`${i}`);
  }
});
