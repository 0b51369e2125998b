import { outcomeOf, serve } from "key-value";

// The server's side of the demo, a program of its own: the apps on one port, their data under `.data`.
try {
  await serve({ listen: [`any://127.0.0.1:${process.argv[2] ?? 9090}`], data: ".data/key-value" });
} catch (error) {
  console.error(outcomeOf(error).message);
  process.exitCode = 1;
}
