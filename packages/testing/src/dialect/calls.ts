import type { Reply } from "@seapink/core";
import { expect, test } from "vitest";
import { hex } from "../hex.ts";
import { encoded } from "./encoded.ts";
import { callOf, exceptionOf, payloadOf, replyOf, textOf } from "./message.ts";
import { play, playOnWays, type Scenario } from "./scenario.ts";
import { onStage } from "./stage.ts";
import type { DialectSubject } from "./subject.ts";
import { emptyStruct, textStruct } from "./text-struct.ts";

const names = ["get", "FileAccess.seek", "naïve", "__proto__", "constructor", "then", "x".repeat(1000)];

/** Calls and answers, whichever way they go. */
export function callTests(subject: DialectSubject): void {
  playOnWays(subject, "calls", scenarios);
  play(subject, named);

  test("the handler is called in order of arrival, without a pause between", () => {
    const log: string[] = [];
    const handler = async ({ method }: { readonly method: string }): Promise<Reply> => {
      log.push(method);
      await Promise.resolve();
      log.push("later");
      return replyOf("done");
    };
    return onStage(subject, { handler }, async (stage) => {
      await Promise.all(["a", "b", "c"].map((method) => stage.send(callOf(method))));
      expect(log).toEqual(["a", "b", "c", "later", "later", "later"]);
    });
  });
}

const scenarios: readonly Scenario[] = [
  {
    name: "a call and its answer arrive",
    async run(stage) {
      const reply = stage.send(callOf("get", "a key"));
      const { call, text, answer } = await stage.served.next();
      expect([call.method, call.kind, text]).toEqual(["get", "call", "1 a key"]);
      expect(call.protocol?.name).toBe(stage.subject.protocol.name);
      expect(call.scope?.closed.aborted).toBe(false);
      answer("a value");
      expect(textOf(await reply)).toBe("0 a value");
      expect((await reply)?.exception).toBeUndefined();
    },
  },
  {
    name: "bytes are passed on unchanged",
    async run(stage) {
      const { protocol } = stage.subject;
      const args = encoded(protocol, textStruct(-7, "bytes"));
      const result = encoded(protocol, textStruct(0, "ü".repeat(100)));
      const reply = stage.send(callOf("get", "", { body: args, protocol }));
      const { call, answer } = await stage.served.next();
      // What came over a lane is bytes.
      expect(hex(call.body as Uint8Array)).toBe(hex(args));
      answer({ ...payloadOf(result), protocol, items: undefined });
      expect(hex((await reply)?.body as Uint8Array)).toBe(hex(result));
    },
  },
  {
    name: "no arguments and no result arrive",
    async run(stage) {
      const reply = stage.send(callOf("ping", "", { body: emptyStruct }));
      const { text, answer } = await stage.served.next();
      answer(replyOf("", { body: emptyStruct }));
      expect([text, textOf(await reply)]).toEqual(["void", "void"]);
      expect((await reply)?.exception).toBeUndefined();
    },
  },
  {
    name: "large structs arrive",
    async run(stage) {
      const text = "0123456789".repeat(3000);
      const replies = [1, 2].map((n) => stage.send(callOf("get", `${n}${text}`)));
      for (const _ of replies) {
        const served = await stage.served.next();
        served.answer(served.text);
      }
      for (const [i, reply] of replies.entries()) expect(textOf(await reply)).toBe(`0 1 ${i + 1}${text}`);
    },
  },
  {
    name: "a declared exception is flagged",
    async run(stage) {
      const reply = stage.send(callOf("get"));
      (await stage.served.next()).answer(exceptionOf("oops"));
      expect(textOf(await reply)).toBe("1 oops");
      expect((await reply)?.exception).toBeDefined();
    },
  },
  {
    name: "many calls are in flight, and answered in any order",
    async run(stage) {
      const texts = Array.from({ length: 100 }, (_, i) => `call ${i}`);
      const replies = texts.map((text) => stage.send(callOf("get", text)));
      const served = await Promise.all(texts.map(() => stage.served.next()));
      expect(served.map(({ text }) => text)).toEqual(texts.map((text) => `1 ${text}`));
      for (const { answer, text } of served.toReversed()) answer(text);
      expect((await Promise.all(replies)).map(textOf)).toEqual(texts.map((text) => `0 1 ${text}`));
    },
  },
];

const named = names.map((name): Scenario => ({
  name: `the name ${name.slice(0, 20)} arrives`,
  async run(stage) {
    const reply = stage.send(callOf(name, "text"));
    const { call, answer } = await stage.served.next();
    expect(call.method).toBe(name);
    answer("yes");
    expect(textOf(await reply)).toBe("0 yes");
  },
}));
