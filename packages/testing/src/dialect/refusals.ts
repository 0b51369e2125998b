import type { Call, Interaction } from "@seapink/core";
import { expect } from "vitest";
import { failure } from "./failure.ts";
import { ItemSource } from "./item-source.ts";
import { callOf, replyOf } from "./message.ts";
import { play, type Scenario } from "./scenario.ts";
import type { Carried, DialectSubject } from "./subject.ts";
import { written } from "./written.ts";

const interaction: Interaction = { name: "FileAccess", ended: new AbortController().signal };

const calls: readonly (readonly [what: Carried, changes: Partial<Call>])[] = [
  ["stream", { kind: "stream" }],
  ["sink", { kind: "sink", items: new ItemSource(["a"]) }],
  ["bidi", { kind: "bidi", items: new ItemSource(["a"]) }],
  ["interaction", { interaction: { of: interaction, create: true } }],
];

/** What the dialect cannot carry. */
export function refusalTests(subject: DialectSubject): void {
  play(
    subject,
    calls.filter(([what]) => !subject.carries.has(what)).map(([what, changes]) => refusal(what, changes)),
  );
  play(subject, [unasked]);
}

function refusal(what: Carried, changes: Partial<Call>): Scenario {
  return {
    name: `${what}: what the dialect cannot carry is refused before anything is sent`,
    async run(stage) {
      await stage.roundTrip();
      const before = written(stage.clientLane);
      const error = await failure(stage.send(callOf("get", "", changes)));
      expect(error).toMatchObject({ code: "not_implemented", mayHaveRun: false });
      expect(written(stage.clientLane)).toBe(before);
      await stage.roundTrip();
      expect(stage.served.count).toBe(2);
    },
  };
}

const unasked: Scenario = {
  name: "items of an answer that was to have none are returned",
  async run(stage) {
    const failed = failure(stage.send(callOf("get")));
    const items = new ItemSource(["a"]);
    (await stage.served.next()).answer(replyOf("", { items }));
    expect(await failed).toMatchObject({ code: "internal_error" });
    await items.returned;
    expect(stage.reported()).toHaveLength(1);
    await stage.roundTrip();
  },
};
