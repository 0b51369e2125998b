import { expect, test } from "vitest";
import { Child } from "../src/child.ts";

const node = (code: string): Child => new Child([process.execPath, "-e", code]);

test("hands over line by line, divided at line feeds alone, until the end", async () => {
  const child = node(String.raw`process.stdout.write("one\n\u2028two\r\nthr"); process.stdout.write("ee\n")`);
  expect([await child.line(10_000), await child.line(10_000), await child.line(10_000)]).toEqual([
    "one",
    "\u2028two\r",
    "three",
  ]);
  expect(await child.line(10_000)).toBeUndefined();
  await child.end();
});

test("tells what it complained about when there is no line in time", async () => {
  const child = node('console.error("no\\n port"); console.log("first"); setInterval(() => {}, 1000)');
  expect(await child.line(10_000)).toBe("first");
  await expect(child.line(50)).rejects.toThrow("expected a line within 50 ms, got none: no | port");
  await child.end();
});

test("a program that is not there is a complaint", async () => {
  const child = new Child(["/no/such/program"]);
  expect(await child.line(10_000)).toBeUndefined();
  await child.end();
  expect(child.complaint()).toContain("ENOENT");
});

test("ends when it is told to, whatever it does", async () => {
  const child = node("setInterval(() => {}, 1000); console.log('up')");
  expect(await child.line(10_000)).toBe("up");
  await child.end();
  expect(await child.line(10_000)).toBeUndefined();
});
