import { expect, test } from "vitest";
import { output } from "../src/command.ts";

test("resolves to what a command prints", async () => {
  expect(await output(process.execPath, ["-e", "console.log('hello')"])).toBe("hello\n");
});

test("rejects with all that a failing command said", async () => {
  const failing = output(process.execPath, ["-e", "console.log('out'); console.error('err'); process.exit(2)"]);
  await expect(failing).rejects.toThrow(/^\S*node -e .*\nout\n\nerr\n$/s);
});
