import { fileCalls } from "./file-calls.ts";
import { keyValueCalls } from "./key-value-calls.ts";
import type { Step } from "./step.ts";

/** A few calls such as a newcomer would make; each says whether it was answered as expected. */
export async function* callsOf(address: string): AsyncGenerator<Step> {
  const [framed, rocket] = [address.replace("any:", "tcp:"), address.replace("any:", "rocket:")];
  yield* keyValueCalls(framed, rocket);
  yield* fileCalls(rocket);
}
