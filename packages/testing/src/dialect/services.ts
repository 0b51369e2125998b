import { expect } from "vitest";
import { callOf, textOf } from "./message.ts";
import { playOnWays, type Scenario } from "./scenario.ts";
import type { DialectSubject } from "./subject.ts";

const services = ["Calculator", "shared.v1.Calculator", "naïve", "__proto__", "constructor"];

/** Whether a server learns which service is called. A dialect without a place for it drops the name. */
export function serviceTests(subject: DialectSubject): void {
  const isCarried = subject.carries.has("service");
  const scenarios = services.map((service): Scenario => ({
    name: `the service ${service} ${isCarried ? "arrives" : "is dropped"}`,
    async run(stage) {
      const reply = stage.send(callOf("get", "text", { service }));
      const { call, answer } = await stage.served.next();
      answer("answer");
      expect(textOf(await reply)).toBe("0 answer");
      expect([call.service, call.method]).toEqual([isCarried ? service : undefined, "get"]);
    },
  }));
  playOnWays(subject, "services", scenarios);
}
