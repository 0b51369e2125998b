// One parser with one text, in a process of its own, so that neither the compiler's knowledge of types nor the garbage of
// one parser touches another. Before it is ready it warms up, all parsers for the same time; from then on it works only
// when asked: `round` is answered with the speed over some parses.
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

const warmUpMs = 3000;
const roundMs = 400;

/** Keeps the last tree alive, so that no parse is optimised away. */
const sink: { parsed: unknown } = { parsed: undefined };

/** Parses for at least this long; in megabytes a second. */
function speed(parse: () => void, bytes: number, atLeastMs: number): number {
  const begin = performance.now();
  let parsed = 0;
  do {
    parse();
    parsed += bytes;
  } while (performance.now() - begin < atLeastMs);
  return parsed / 1000 / (performance.now() - begin);
}

async function main(name: string | undefined, workload: string | undefined): Promise<void> {
  if (workload === undefined || !isWorkloadName(workload)) throw new Error(`no such workload: ${workload}`);
  const subject = await load(name);
  const idl = idlText(workloads[workload]);
  verify(subject, idl);
  const parse = (): void => {
    sink.parsed = undefined;
    sink.parsed = subject.parse(idl.text);
  };
  speed(parse, idl.text.length, warmUpMs);
  process.on("message", () => say({ megabytesPerSecond: speed(parse, idl.text.length, roundMs) }));
  say({ definitions: idl.definitions });
}

main(process.argv[2], process.argv[3]).catch((error: unknown) => {
  say({ error: error instanceof Error ? error.message : String(error) });
  process.exitCode = 1;
});
