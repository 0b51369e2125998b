import { parseAddress } from "@seapink/addresses";
import { serveUntilStopped } from "@seapink/addresses/command";
import { openKeyValue, outcomeOf } from "key-value";

// The server's side of the demo, a program of its own: the apps on one port, their data under `.data`.
try {
  const address = parseAddress(`any://127.0.0.1:${process.argv[2] ?? 9090}`);
  await using keyValue = await openKeyValue(".data/key-value");
  await serveUntilStopped(keyValue.handler, [address]);
} catch (error) {
  console.error(outcomeOf(error).message);
  process.exitCode = 1;
}
