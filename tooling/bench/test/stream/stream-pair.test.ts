import { expect, test } from "vitest";
import { withServedFile } from "../../src/stream/served-file.ts";
import { StreamPair } from "../../src/stream/stream-pair.ts";

test("refuses a round in which less comes than was asked for", async () => {
  await withServedFile(1000, async (folder) => {
    const pair = await StreamPair.of("file", "seapink rocket", folder);
    try {
      await expect(pair.round(1001)).rejects.toThrow("seapink rocket: expected 1001 to come, got 1000");
      expect(await pair.round(1000)).toMatchObject({ amount: 1000 });
    } finally {
      await pair.end();
    }
  });
});

test("says what a process could not do", async () => {
  await expect(StreamPair.of("items", "nobody", "")).rejects.toThrow("nobody, server: no such subject: nobody");
});
