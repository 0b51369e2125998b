import { expect } from "vitest";
import type { Register } from "./register.ts";

export function provides<P extends object>(provider: Register<P>): void {
  provider("a program from the beginning, and the same until there is another", async (subject) => {
    const { program } = subject.provider;
    expect(subject.numberOf(program)).toBe(0);
    expect(subject.provider.program).toBe(program);
  });

  provider("the program of the newest text", async (subject) => {
    for (const number of [1, 2]) {
      await subject.change(number);
      expect(subject.numberOf(subject.provider.program)).toBe(number);
    }
  });

  provider("programs that go on working after others took their place", async (subject) => {
    const first = subject.provider.program;
    await subject.change(1);
    const second = subject.provider.program;
    await subject.change(2);
    expect([first, second].map((program) => subject.numberOf(program))).toStrictEqual([0, 1]);
  });

  provider("the last program when several come at once", async (subject) => {
    await Promise.all([1, 2, 3, 4, 5].map((number) => subject.change(number)));
    expect(subject.numberOf(subject.provider.program)).toBe(5);
  });
}
