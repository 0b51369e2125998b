import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createClient, implement, local } from "@seapink/rpc";
import { expect, test } from "vitest";
import { cat } from "../src/cat.ts";
import type { Progress } from "../src/progress.ts";
import { FileStore, type FileStoreClient, type FileStoreHandler } from "../src/gen/filestore.ts";
import { served } from "./served.ts";
import { taking } from "./taking.ts";

interface Watched extends Progress {
  added: number;
  stopped: number;
  totals: number[];
}

function watched(): Watched {
  return {
    added: 0,
    stopped: 0,
    totals: [],
    add(bytes) {
      this.added += bytes;
    },
    stop() {
      this.stopped++;
    },
  };
}

async function copied(options: { offset?: number; bytes?: number }, most = Number.POSITIVE_INFINITY) {
  const { client, root, store } = await served();
  await writeFile(join(root, "a.txt"), "0123456789".repeat(10_000));
  const to = taking(most);
  const progress = watched();
  const onProgress = (total: number): Progress => {
    progress.totals.push(total);
    return progress;
  };
  await cat(client, { path: "a.txt", ...options, to, onProgress });
  await expect.poll(() => store.openFiles).toBe(0);
  return { text: to.text, progress };
}

test.each([
  ["all", {}, "0123456789".repeat(10_000), 100_000],
  ["the end", { offset: 99_997 }, "789", 3],
  ["a part", { offset: 5, bytes: 7 }, "5678901", 7],
  ["nothing", { bytes: 0 }, "", 0],
  ["nothing beyond the end", { offset: 100_001 }, "", 0],
  ["nothing far beyond the end", { offset: Number.MAX_SAFE_INTEGER, bytes: 3 }, "", 0],
])("copies %s", async (_, options, text, total) => {
  const { text: got, progress } = await copied(options);
  expect(got).toBe(text);
  expect([progress.totals, progress.added, progress.stopped]).toEqual([[total], text.length, 1]);
});

test("stops when nobody wants more", async () => {
  const { text, progress } = await copied({}, 10);
  expect([text, progress.added, progress.stopped]).toEqual(["0123456789", 0, 1]);
});

test("says that there is no such file", async () => {
  const { client } = await served();
  const copying = cat(client, { path: "missing", to: taking(1), onProgress: watched });
  await expect(copying).rejects.toMatchObject({ name: "MissingFileError", path: "missing" });
});

async function* read(): AsyncGenerator<Uint8Array> {
  yield* [Buffer.from("01"), Buffer.from("23")];
}

const none = (): never => expect.unreachable();

/** A server that sends more than it is asked for. */
async function generous(): Promise<FileStoreClient> {
  const others = { open: none, stat: none, list: none, write: none, checksum: none };
  const openAndStat: FileStoreHandler["openAndStat"] = () => [
    { seek: none, read },
    { size: 10n, modifiedTime: 0n },
  ];
  return createClient(FileStore, local(implement(FileStore, { ...others, openAndStat })));
}

test("takes no more than it has asked for", async () => {
  const to = taking(Number.POSITIVE_INFINITY);
  const copying = cat(await generous(), { path: "a.txt", bytes: 3, to, onProgress: watched });
  const message = "a.txt: expected the server to send at most 3 bytes, got more";
  await expect(copying).rejects.toMatchObject({ name: "WrongAnswerError", message });
  expect(to.text).toBe("01");
});
