// The client of one subject, in a process of its own. It says that it is ready; then it is told how much to take, and
// answers with what it took.
import { say } from "../say.ts";
import type { Taken } from "./stream-subject.ts";
import { loadStreamSubject } from "./stream-subjects.ts";

/** What the process says: first that it is ready, then what has come for each time that it is asked. */
export type FromStreamClient = { readonly isReady: true } | Taken;

process.once("disconnect", () => process.exit());

await say(async (): Promise<FromStreamClient> => {
  const [kind, name, port] = process.argv.slice(2);
  const subject = await loadStreamSubject(kind, name);
  process.on("message", (amount: number) => void say(() => subject.take(Number(port), amount)));
  return { isReady: true };
});
