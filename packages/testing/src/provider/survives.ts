import { isThriftError } from "@seapink/core";
import { expect } from "vitest";
import { type Register, subscribed } from "./register.ts";

export function survives<P extends object>(provider: Register<P>): void {
  provider("a text that is no program, with the last that was, and reports an error of ours", async (subject) => {
    await subject.change(1);
    const { program } = subject.provider;
    expect(isThriftError(await subject.spoil())).toBe(true);
    expect(subject.provider.program).toBe(program);
    expect(subject.numberOf(program)).toBe(1);
  });

  provider("it without telling anybody of an update", async (subject) => {
    const updates = subscribed(subject);
    await subject.spoil();
    await subject.change(1);
    expect(subject.numberOf((await updates.next()).value as P)).toBe(1);
    expect(subject.numberOf(subject.provider.program)).toBe(1);
  });

  provider("it again and again", async (subject) => {
    for (const number of [1, 2, 3]) {
      expect(isThriftError(await subject.spoil())).toBe(true);
      await subject.change(number);
      expect(subject.numberOf(subject.provider.program)).toBe(number);
    }
  });
}
