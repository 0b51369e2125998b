// One parser with one text, in a process of its own, so that neither the compiler's knowledge of types nor the garbage of
// one parser touches another. It works only when asked: `round` is answered with the speed of one parse.
import type { Failed } from "../child.ts";
import { idlText } from "./idl-text.ts";
import type { Subject } from "./subject.ts";
import { subjects } from "./subjects.ts";
import { verify } from "./verify.ts";
import { isWorkloadName, workloads } from "./workloads.ts";

/** What the process says: first that it found all definitions, then one speed for each `round` that it is asked. */
export type FromSubject = { readonly definitions: number } | { readonly megabytesPerSecond: number };

function say(message: FromSubject | Failed): void {
  process.send?.(message);
}

async function load(name: string | undefined): Promise<Subject> {
  const found = subjects.find((entry) => entry.name === name);
  if (found === undefined) throw new Error(`no such subject: ${name}`);
  return await found.load();
}

/** Keeps the last tree alive, so that no parse is optimised away. */
const sink: { parsed: unknown } = { parsed: undefined };

async function main(name: string | undefined, workload: string | undefined): Promise<void> {
  if (workload === undefined || !isWorkloadName(workload)) throw new Error(`no such workload: ${workload}`);
  const subject = await load(name);
  const idl = idlText(workloads[workload]);
  verify(subject, idl);
  process.on("message", () => {
    sink.parsed = undefined;
    const begin = performance.now();
    sink.parsed = subject.parse(idl.text);
    say({ megabytesPerSecond: idl.text.length / 1000 / (performance.now() - begin) });
  });
  say({ definitions: idl.definitions });
}

main(process.argv[2], process.argv[3]).catch((error: unknown) => {
  say({ error: error instanceof Error ? error.message : String(error) });
  process.exitCode = 1;
});
