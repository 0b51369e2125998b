import { createClient } from "@seapink/rpc";
import { describe, expect, test } from "vitest";
import type { Stage } from "./flow.ts";
import { itemFlows } from "./item-flows.ts";
import { Lab } from "./lab.ts";
import { labServer } from "./lab-server.ts";
import { messageFlows } from "./message-flows.ts";
import { type Rig, rigs } from "./rigs.ts";

const flows = [...messageFlows, ...itemFlows];

/** The calls by which each flow that needs everything begins, on a way that carries messages only. */
const refusals: readonly { readonly name: string; readonly call: (client: Stage["client"]) => Promise<unknown> }[] = [
  { name: "a stream", call: (client) => client.count({ to: 1 }) },
  { name: "a sink", call: (client) => client.gather({}, { items: [] }) },
  { name: "bidi", call: (client) => client.shout({}, { items: [] }) },
  { name: "an interaction", call: (client) => client.open({ path: "a" }) },
];

async function withStage(rig: Rig, run: (stage: Stage) => Promise<void>): Promise<void> {
  const server = labServer();
  const errors: unknown[] = [];
  const connection = await rig.connect(server.handler, (error) => errors.push(error));
  try {
    await run({ client: createClient(Lab, connection.channel), server, connection, rig, errors });
  } finally {
    await connection.close();
  }
}

for (const rig of rigs) {
  describe(rig.name, () => {
    for (const flow of flows.filter(({ needs }) => needs === "messages" || rig.carries === "everything")) {
      test(flow.name, () => withStage(rig, flow.run));
    }
    for (const { name, call } of rig.carries === "messages" ? refusals : []) {
      test(`${name} is refused before anything is sent`, () =>
        withStage(rig, async ({ client, server }) => {
          const error = await call(client).catch((e: unknown) => e);
          // Behind a proxy that could not pass it on it is what a peer has said.
          const code = rig.wires === 2 ? /^(not_implemented|protocol_error)$/ : /^not_implemented$/;
          expect(error).toMatchObject({ code: expect.stringMatching(code), mayHaveRun: false });
          expect(await client.echo({ text: "still there" })).toBe("still there");
          expect(server.journal.lines).toEqual([]);
        }));
    }
  });
}
