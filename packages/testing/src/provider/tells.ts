import { expect } from "vitest";
import { over, type Register, subscribed } from "./register.ts";

export function tells<P extends object>(provider: Register<P>): void {
  provider("each subscriber of a program that is in its place already", async (subject) => {
    const news = [subscribed(subject), subscribed(subject)].map((updates) =>
      updates.next().then(({ value }) => expect(value).toBe(subject.provider.program)),
    );
    await subject.change(1);
    await Promise.all(news);
    expect(subject.numberOf(subject.provider.program)).toBe(1);
  });

  provider("nothing of what was before", async (subject) => {
    await subject.change(1);
    const updates = subscribed(subject);
    await subject.change(2);
    expect(subject.numberOf((await updates.next()).value as P)).toBe(2);
  });

  provider("a slow subscriber of the newest program only", async (subject) => {
    const updates = subscribed(subject);
    for (const number of [1, 2, 3]) await subject.change(number);
    expect((await updates.next()).value).toBe(subject.provider.program);
    const next = updates.next();
    await subject.change(4);
    expect(subject.numberOf((await next).value as P)).toBe(4);
  });

  provider("of programs in the order of their texts", async (subject) => {
    const updates = subscribed(subject);
    const numbers: number[] = [];
    const changes = [1, 2, 3, 4, 5].map((number) => subject.change(number));
    while (numbers.at(-1) !== 5) numbers.push(subject.numberOf((await updates.next()).value as P));
    await Promise.all(changes);
    expect(numbers).toStrictEqual([...new Set(numbers)].toSorted((a, b) => a - b));
  });

  provider("nobody who has left, though it was waiting", async (subject) => {
    const [leaving, staying] = [subscribed(subject), subscribed(subject)];
    const pending = [leaving.next(), leaving.next()];
    await leaving.return?.();
    expect(await Promise.all(pending)).toStrictEqual([over, over]);
    await subject.change(1);
    expect(await leaving.next()).toStrictEqual(over);
    expect((await staying.next()).value).toBe(subject.provider.program);
  });

  provider("a loop, until it is left", async (subject) => {
    const updates = subject.provider.updates();
    const change = subject.change(1);
    for await (const program of updates) {
      expect(subject.numberOf(program)).toBe(1);
      break;
    }
    await change;
    expect(await updates[Symbol.asyncIterator]().next()).toStrictEqual(over);
  });
}
