import { noHeaders } from "@seapink/core";
import { expect } from "vitest";
import { callOf, replyOf, textOf } from "./message.ts";
import { playOnWays, type Scenario } from "./scenario.ts";
import type { DialectSubject } from "./subject.ts";

const headers = new Map([
  ["traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"],
  ["greeting", "schöne grüße"],
  ["__proto__", ""],
]);

/** What travels beside the structs. A dialect without a place for headers drops them, so that calls can pass it. */
export function headerTests(subject: DialectSubject): void {
  const arriving = subject.carries.has("headers") ? headers : noHeaders;
  const scenario: Scenario = {
    name: subject.carries.has("headers") ? "headers arrive" : "headers are dropped",
    async run(stage) {
      const reply = stage.send(callOf("get", "text", { headers }));
      const { call, answer } = await stage.served.next();
      answer(replyOf("answer", { headers }));
      expect(textOf(await reply)).toBe("0 answer");
      for (const received of [call.headers, (await reply)?.headers]) {
        for (const [name] of headers) expect(received?.get(name)).toBe(arriving.get(name));
      }
    },
  };
  playOnWays(subject, "headers", [scenario]);
}
