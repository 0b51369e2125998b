import { callsOf } from "./calls.ts";
import { startServer } from "./server-process.ts";
import type { Step } from "./step.ts";

const unknown = process.argv.slice(2).find((arg) => arg !== "--once");
if (unknown !== undefined) {
  console.error(`expected --once or nothing, got ${unknown}`);
  process.exit(2);
}
const once = process.argv.includes("--once");

// Not `once`: a terminal's Ctrl-C arrives a second time through npm, and must not cut short what the first began.
const stopped = new Promise<void>((resolve) => {
  process.on("SIGINT", () => resolve());
  process.on("SIGTERM", () => resolve());
});

function show({ name, outcome, isExpected, durationMs }: Step): void {
  console.log(`  ${isExpected ? "ok  " : "FAIL"} ${name.padEnd(40)} ${outcome}  (${durationMs.toFixed(1)} ms)`);
}

// A fixed port, so that the commands of the apps find the server; once, any free one.
const server = await startServer(once ? 0 : 9090);
if (server === undefined) process.exit(1);
console.log(`process ${server.pid} serves on ${server.address}; process ${process.pid} calls it:\n`);
let failed = 0;
try {
  for await (const step of callsOf(server.address)) {
    show(step);
    if (!step.isExpected) failed++;
  }
  if (!once && failed === 0) {
    console.log("\nserving until interrupted; in another terminal:\n");
    console.log("  npm run --silent key-value -- get hello");
    console.log("  npm run --silent file-server -- ls --at rocket://127.0.0.1:9090\n");
    const ended = await Promise.race([stopped, server.exited]);
    if (ended !== undefined) console.error(`the server ended with ${ended} while it served`);
  }
} finally {
  const ended = await server.stop();
  if (ended !== "code 0") failed++;
  console.log(failed === 0 ? "\nstopped in order" : "\nsomething did not go as expected");
}
process.exitCode = failed === 0 ? 0 : 1;
