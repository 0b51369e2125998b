// One subject with one workload, in a process of its own, so that neither the compiler's knowledge of types nor the
// garbage of one codec touches another. It works only when asked: `round` is answered with the times of one round.
import type { Failed } from "../child.ts";
import { measure, warmUp } from "./measure.ts";
import type { SubjectFactory } from "./subject.ts";
import { subjects } from "./subjects.ts";
import { verified } from "./verify.ts";
import { isWorkloadName } from "./workloads.ts";

/** What the process says: first `size`, then one `times` for each `round` that it is asked. */
export type FromSubject = { readonly size: number } | { readonly encode: number; readonly decode: number };

const warmUpMs = 500;
const roundMs = 10;

function say(message: FromSubject | Failed): void {
  process.send?.(message);
}

async function load(name: string | undefined): Promise<SubjectFactory> {
  const found = subjects.find((entry) => entry.name === name);
  if (found === undefined) throw new Error(`no such subject: ${name}`);
  return await found.load();
}

async function main(name: string | undefined, workload: string | undefined): Promise<void> {
  if (workload === undefined || !isWorkloadName(workload)) throw new Error(`no such workload: ${workload}`);
  const subject = (await load(name))(workload);
  const bytes = verified(subject, workload);
  const encode = (): unknown => subject.encode();
  const decode = (): unknown => subject.decode(bytes);
  let counts: readonly [encode: number, decode: number] | undefined;
  process.on("message", () => {
    counts ??= [warmUp(encode, warmUpMs, roundMs), warmUp(decode, warmUpMs, roundMs)];
    say({ encode: measure(encode, counts[0]), decode: measure(decode, counts[1]) });
  });
  say({ size: bytes.length });
}

main(process.argv[2], process.argv[3]).catch((error: unknown) => {
  say({ error: error instanceof Error ? error.message : String(error) });
  process.exitCode = 1;
});
