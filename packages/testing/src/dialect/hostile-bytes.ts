import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { CaseSettings } from "../case-settings.ts";
import { clientMeets, serverMeets } from "./meetings.ts";
import { record } from "./raw-stage.ts";
import type { DialectSubject } from "./subject.ts";

/** Bytes that nobody should send. */
export function hostileTests(subject: DialectSubject, settings: CaseSettings): void {
  const runs = { seed: settings.seed, numRuns: Math.ceil(settings.cases / 100) };

  test("a server meets every truncation of a call", async () => {
    const { client } = await record(subject);
    for (let cut = 0; cut < client.length; cut++) expect(await serverMeets(subject, client.slice(0, cut))).toEqual([]);
    expect(await serverMeets(subject, client)).toEqual(["roundTrip"]);
  });

  test("a server meets every changed byte of a call", async () => {
    const { client } = await record(subject);
    for (const bytes of changed(client)) expect((await serverMeets(subject, bytes)).length).toBeLessThan(2);
  });

  test("a client meets every truncation and every changed byte of an answer", async () => {
    const { server } = await record(subject);
    for (let cut = 0; cut < server.length; cut++) await clientMeets(subject, server.slice(0, cut));
    for (const bytes of changed(server)) await clientMeets(subject, bytes);
  });

  test(`servers and clients meet any bytes (${runs.numRuns} cases)`, { timeout: 60_000 }, async () => {
    const { client, server } = await record(subject);
    const any = fc.tuple(fc.boolean(), fc.uint8Array({ maxLength: 300 }));
    const meet = fc.asyncProperty(any, async ([isBehind, bytes]) => {
      await serverMeets(subject, isBehind ? joined(client, bytes) : bytes);
      await clientMeets(subject, isBehind ? joined(server, bytes) : bytes);
    });
    await fc.assert(meet, runs);
  });
}

function* changed(bytes: Uint8Array<ArrayBuffer>): Generator<Uint8Array<ArrayBuffer>, void> {
  for (const [i, byte] of bytes.entries()) for (const change of [0x01, 0x80, 0xff]) yield bytes.with(i, byte ^ change);
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  return Uint8Array.from([...first, ...second]);
}
