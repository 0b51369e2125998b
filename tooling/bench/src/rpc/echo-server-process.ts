// The server of one subject, in a process of its own. It says its port, and serves until it is told to end.
import { loadEchoSubject } from "./echo-subjects.ts";
import { say } from "../say.ts";

/** What the process says, once. */
export interface FromEchoServer {
  readonly port: number;
}

process.once("disconnect", () => process.exit());

await say(async (): Promise<FromEchoServer> => {
  const subject = await loadEchoSubject(process.argv[2]);
  return { port: await subject.serve() };
});
