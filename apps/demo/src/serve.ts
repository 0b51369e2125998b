import { mkdir } from "node:fs/promises";
import { parseAddress } from "@seapink/addresses";
import { printable, serveUntilStopped } from "@seapink/addresses/command";
import { serve } from "@seapink/rpc";
import { createFileStore } from "file-server";
import { openKeyValue, outcomeOf } from "key-value";

const files = ".data/files";

// The server's side of the demo, a program of its own: the apps on one port, their data under `.data`.
try {
  const address = parseAddress(`any://127.0.0.1:${process.argv[2] ?? 9090}`);
  await using keyValue = await openKeyValue(".data/key-value");
  await mkdir(files, { recursive: true });
  const fileStore = await createFileStore(files);
  await serveUntilStopped(serve(keyValue.handler, fileStore.handler), [address]);
} catch (error) {
  console.error(printable(outcomeOf(error).message));
  process.exitCode = 1;
}
