import { Caller } from "./caller.ts";
import { type NodeSettings, readCases, readDescription } from "./settings.ts";

/** A client: calls each case, and says what came of it. */
export async function call(settings: NodeSettings): Promise<void> {
  const caller = new Caller(settings, readDescription(settings));
  for (const one of readCases(settings)) {
    const begun = performance.now();
    const came = await caller.call(one);
    await say({ case: one.name, ms: performance.now() - begun, ...came });
  }
  process.exit();
}

/** Resolves when it is out: the process ends after the last. */
function say(told: object): Promise<void> {
  return new Promise((resolve) => {
    process.stdout.write(`${JSON.stringify(told)}\n`, () => resolve());
  });
}
