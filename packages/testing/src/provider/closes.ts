import { expect } from "vitest";
import { over, type Register, subscribed } from "./register.ts";

export function closes<P extends object>(provider: Register<P>): void {
  provider("and ends what waits for updates", async (subject) => {
    const [first, second] = [subscribed(subject), subscribed(subject)];
    const pending = [first.next(), first.next(), second.next()];
    await subject.provider.close();
    expect(await Promise.all(pending)).toStrictEqual([over, over, over]);
    expect(await second.next()).toStrictEqual(over);
  });

  provider("and tells of nothing after, not even what was told and not taken", async (subject) => {
    const updates = subscribed(subject);
    await subject.change(1);
    await subject.provider.close();
    expect(await updates.next()).toStrictEqual(over);
    expect(await subscribed(subject).next()).toStrictEqual(over);
  });

  provider("and still has its last program", async (subject) => {
    await subject.change(1);
    const { program } = subject.provider;
    await subject.provider.close();
    expect(subject.provider.program).toBe(program);
    expect(subject.numberOf(program)).toBe(1);
  });

  provider("as often as it is told to, and by disposal", async (subject) => {
    const updates = subscribed(subject);
    await subject.provider[Symbol.asyncDispose]();
    await Promise.all([subject.provider.close(), subject.provider.close()]);
    expect(await updates.next()).toStrictEqual(over);
  });

  provider("while it takes another text, and takes it or not", async (subject) => {
    const { program } = subject.provider;
    const change = subject.change(1).catch(() => undefined);
    await subject.provider.close();
    const last = subject.provider.program;
    await change;
    expect(subject.provider.program).toBe(last);
    expect(subject.numberOf(last)).toBe(last === program ? 0 : 1);
  });
}
