import { createClient, local } from "@seapink/rpc";
import { expect, test } from "vitest";
import { Lab } from "./lab.ts";
import { labServer } from "./lab-server.ts";
import { LocalInteractions } from "../src/local-interactions.ts";

test("an interaction that a proxy began for a channel ends with the channel", async () => {
  const server = labServer();
  const behind = local(server.handler, { onError: () => undefined });
  const channel = local(behind.handle, { onError: () => undefined });
  await createClient(Lab, channel).openAndStat({ path: "a" });
  await channel.close(new Error("cut"));
  await server.journal.saw(/^terminated a/);
  await behind.close();
});

test("each interaction has one that stands for it, until either side ends", () => {
  const [closed, ending] = [new AbortController(), new AbortController()];
  const interactions = new LocalInteractions(closed.signal);
  const first = { name: "File", ended: ending.signal };
  const second = { name: "File", ended: new AbortController().signal };
  const received = [first, first, second].map((of) => interactions.received(of));
  expect(received[0]).toBe(received[1]);
  expect(received[2]).not.toBe(received[0]);
  ending.abort();
  expect(received.map(({ ended }) => ended.aborted)).toEqual([true, true, false]);
  closed.abort();
  expect(received.map(({ ended }) => ended.aborted)).toEqual([true, true, true]);
});
