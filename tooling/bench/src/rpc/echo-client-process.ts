// The client of one subject, in a process of its own. It says that it is connected when a first call has been checked;
// then it is told how long a round shall be, and answers with what the round came to.
import { drive, type Round } from "./drive.ts";
import type { EchoClient } from "./echo-subject.ts";
import { loadEchoSubject } from "./echo-subjects.ts";
import { say } from "../say.ts";

/** What the process says: first that it is ready, then one round for each that it is asked. */
export type FromEchoClient = { readonly isReady: true } | Round;

process.once("disconnect", () => process.exit());

async function connected(): Promise<EchoClient> {
  const subject = await loadEchoSubject(process.argv[2]);
  const client = await subject.connect(Number(process.argv[3]));
  await client.check();
  return client;
}

await say(async (): Promise<FromEchoClient> => {
  const client = await connected();
  const inFlight = Number(process.argv[4]);
  process.on("message", (durationMs: number) => void say(() => drive(client, inFlight, durationMs)));
  return { isReady: true };
});
