import { rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { conformance, conformanceUsage, oursAgainstOurs } from "./conformance/conformance-main.ts";
import { usage } from "./idl/folders.ts";
import { interopIdl } from "./idl/idl-main.ts";
import { parseKnownFailures } from "./known-failures.ts";
import { peers } from "./peers/peers.ts";
import { exitCode, summary } from "./report.ts";
import { rsocketName, runRsocket } from "./rsocket/rsocket.ts";
import { run } from "./run.ts";
import { closeWorkshop, openWorkshop } from "./workshop.ts";

async function main([name, ...more]: readonly string[]): Promise<number> {
  if (name === "conformance") return await conformance(more, (line) => console.log(line));
  if (name === "idl") return await interopIdl(more, (line) => console.log(line));
  const chosen = name === undefined ? peers : peers.filter((peer) => peer.name === name);
  const isRsocketChosen = name === undefined || name === rsocketName;
  if ((chosen.length === 0 && !isRsocketChosen) || more.length > 0) {
    const names = [...peers.map((peer) => peer.name), rsocketName];
    process.stderr.write(`usage: pnpm interop [${names.join("|")}]\n${conformanceUsage}\n${usage}\n`);
    return 2;
  }
  const known = parseKnownFailures(await readFile(new URL("../known-failures.txt", import.meta.url), "utf8"));
  const workshop = await openWorkshop();
  // The peers' programs end by themselves when we are gone.
  for (const [signal, number] of [
    ["SIGINT", 2],
    ["SIGTERM", 15],
  ] as const) {
    process.once(signal, () => {
      rmSync(workshop.folder, { recursive: true, force: true });
      process.exit(128 + number);
    });
  }
  try {
    const counts = await run(chosen, workshop, known, (line) => console.log(line));
    if (isRsocketChosen) await runRsocket(counts, (line) => console.log(line));
    if (name === undefined) await oursAgainstOurs(counts, (line) => console.log(line));
    console.log(summary(counts));
    return exitCode(counts);
  } finally {
    await closeWorkshop(workshop);
  }
}

process.exitCode = await main(process.argv.slice(2));
