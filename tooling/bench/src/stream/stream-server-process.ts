// The server of one subject, in a process of its own. It says its port, and serves until it is told to end.
import { say } from "../say.ts";
import { loadStreamSubject } from "./stream-subjects.ts";

/** What the process says, once. */
export interface FromStreamServer {
  readonly port: number;
}

process.once("disconnect", () => process.exit());

await say(async (): Promise<FromStreamServer> => {
  const [kind, name, folder = ""] = process.argv.slice(2);
  const subject = await loadStreamSubject(kind, name);
  return { port: await subject.serve(folder) };
});
