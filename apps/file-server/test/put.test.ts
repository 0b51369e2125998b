import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Progress } from "../src/progress.ts";
import { put } from "../src/put.ts";
import type { FileStoreClient } from "../src/gen/filestore.ts";
import { served } from "./served.ts";

async function* chunks(): AsyncGenerator<Uint8Array> {
  yield Buffer.from("hello ");
  yield Buffer.from("world");
}

function watched(): Progress & { readonly seen: readonly (number | "stopped")[] } {
  const seen: (number | "stopped")[] = [];
  return { seen, add: (bytes) => void seen.push(bytes), stop: () => void seen.push("stopped") };
}

test("writes a file, and shows how far it is", async () => {
  const { client, root } = await served();
  const progress = watched();
  const { info } = await put(client, { path: "a.txt", chunks: chunks(), progress });
  expect(info.size).toBe(11n);
  expect(await readFile(join(root, "a.txt"), "utf8")).toBe("hello world");
  expect(progress.seen).toEqual([6, 5, "stopped"]);
});

test("does not believe a server that wrote something else", async () => {
  const { client } = await served();
  const other = {
    ...client,
    write: (args, { items }) => {
      const shorter = (async function* () {
        for await (const chunk of items) yield chunk.subarray(1);
      })();
      return client.write(args, { items: shorter });
    },
  } satisfies FileStoreClient;
  await expect(put(other, { path: "a.txt", chunks: chunks(), progress: watched() })).rejects.toThrow(
    /^a\.txt: expected the server to have written b94d27b9[0-9a-f]{56}, got [0-9a-f]{64}$/,
  );
});
