import { expect, test } from "vitest";
import { terminate } from "../src/termination.ts";

test("tells the object the reason", async () => {
  const log: unknown[] = [];
  await terminate({ onTermination: (reason: unknown) => log.push(reason) }, "idle");
  expect(log).toEqual(["idle"]);
});

test("disposes of an object that does not care for the reason", async () => {
  const log: unknown[] = [];
  await terminate({ [Symbol.asyncDispose]: (...args: unknown[]) => log.push(args) }, "closed");
  expect(log).toEqual([[]]);
});

test("does one of the two", async () => {
  const log: unknown[] = [];
  const object = { onTermination: () => log.push("told"), [Symbol.asyncDispose]: () => log.push("disposed") };
  await terminate(object, "closed");
  expect(log).toEqual(["told"]);
});

test("waits until the object is done, and fails as it does", async () => {
  const log: string[] = [];
  const slow = {
    async onTermination() {
      await Promise.resolve();
      log.push("done");
    },
  };
  await terminate(slow, "closed");
  expect(log).toEqual(["done"]);
  const error = new Error("could not close");
  await expect(terminate({ onTermination: () => Promise.reject(error) }, "closed")).rejects.toBe(error);
});

test("an object without either is left alone", async () => {
  await expect(terminate(Object.create(null) as object, "closed")).resolves.toBeUndefined();
});

test("both are called on the object", async () => {
  class File {
    isOpen = true;
    onTermination(): void {
      this.isOpen = false;
    }
  }
  const file = new File();
  await terminate(file, "closed");
  expect(file.isOpen).toBe(false);
});
