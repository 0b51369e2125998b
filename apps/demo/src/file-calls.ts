import { createHash } from "node:crypto";
import { type FileStoreClient, outcomeOf, withClient } from "file-server";
import { type Step, tried } from "./step.ts";

const text = "hello, files\n";
const [chunks, chunkBytes] = [128, 65_536];

/** Calls to the file server: a sink, a stream, an interaction. */
export async function* fileCalls(rocket: string): AsyncGenerator<Step> {
  const call = (name: string, expected: string, use: (client: FileStoreClient) => Promise<string>): Promise<Step> =>
    tried(name, () => withClient(rocket, use), { expected, outcomeOf });
  yield await call("put hello.txt, by a sink", "13 bytes", putHello);
  yield await call("open hello.txt, seek, read a stream", '13 bytes, at 7: "files\\n"', readHello);
  yield await call("ls", "hello.txt, 13 bytes", listHello);
  yield await call("stat nothing.txt", "not_found: nothing.txt: no such file or folder", async (client) =>
    String((await client.stat({ filePath: "nothing.txt" })).size),
  );
  yield await call("put 8 MiB, and read them back", "the same", putAndRead);
}

async function putHello(client: FileStoreClient): Promise<string> {
  const { info } = await client.write({ path: "hello.txt" }, { items: [new TextEncoder().encode(text)] });
  return `${info.size} bytes`;
}

async function readHello(client: FileStoreClient): Promise<string> {
  const [file, info] = await client.openAndStat({ path: "hello.txt" });
  await using _ = file;
  const position = await file.seek({ delta: 7 });
  let read = "";
  for await (const chunk of await file.read({ bytes: 1_000 })) read += new TextDecoder().decode(chunk);
  return `${info.size} bytes, at ${position}: ${JSON.stringify(read)}`;
}

async function listHello(client: FileStoreClient): Promise<string> {
  for await (const { name, size } of await client.list({ path: "." })) {
    if (name === "hello.txt") return `${name}, ${size} bytes`;
  }
  return "no hello.txt";
}

async function putAndRead(client: FileStoreClient): Promise<string> {
  const items = Array.from({ length: chunks }, (_, i) => new Uint8Array(chunkBytes).fill(i));
  const { sha256 } = await client.write({ path: "8-mib" }, { items });
  await using file = await client.open({ path: "8-mib" });
  const hash = createHash("sha256");
  for await (const chunk of await file.read({ bytes: 2 * chunks * chunkBytes })) hash.update(chunk);
  return hash.digest("hex") === sha256 ? "the same" : "something else";
}
