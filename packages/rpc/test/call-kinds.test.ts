import type { CallKind } from "@seapink/core";
import { binary } from "@seapink/protocol-binary";
import { implement } from "@seapink/rpc";
import { i32, method, service, string } from "@seapink/schema";
import { describe, expect, test } from "vitest";
import { callOf } from "./calls.ts";

const Kinds = service("Kinds", [
  method("call", { returns: string }),
  method("oneway", { kind: "oneway" }),
  method("stream", { stream: { of: i32 } }),
  method("sink", { sink: { of: i32, final: i32 } }),
  method("bidi", { sink: { of: i32 }, stream: { of: i32 } }),
]);

const kinds: readonly CallKind[] = ["call", "oneway", "stream", "sink", "bidi"];
const withoutItems: ReadonlySet<string> = new Set(["call", "oneway"]);

async function* nothing(): AsyncGenerator<number> {}

const called: string[] = [];
const handler = implement(Kinds, {
  call: () => (called.push("call"), "answer"),
  oneway: () => void called.push("oneway"),
  stream: () => (called.push("stream"), nothing()),
  sink: () => (called.push("sink"), 1),
  bidi: () => (called.push("bidi"), nothing()),
});

describe.each(kinds)("a method that is a %s", (ours) => {
  test.each(kinds)("called as a %s", async (kind) => {
    called.length = 0;
    const answered = handler(callOf({ method: ours, kind, protocol: binary(), items: nothing() as never }));
    if (kind === ours || (withoutItems.has(kind) && withoutItems.has(ours))) {
      await answered;
      expect(called).toEqual([ours]);
    } else {
      const message = `${ours}: expected a ${ours}, got a ${kind}`;
      await expect(answered).rejects.toMatchObject({ code: "invalid_message_type", message, mayHaveRun: false });
      expect(called).toEqual([]);
    }
  });
});
