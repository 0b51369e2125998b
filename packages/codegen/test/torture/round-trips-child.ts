// Reads and writes values of all structs that the given files export, and says how often it was tried to make code of text.
import { isDeepStrictEqual } from "node:util";
import { codecOf } from "@seapink/schema";
import * as fc from "fast-check";
import { fieldsetsOf } from "./fieldsets.ts";
import { decodeWith, encodeWith, protocols } from "./protocols.ts";
import { randomValues } from "./random-values.ts";

/** What the process prints, as JSON. */
export interface Said {
  readonly tries: number;
  readonly roundTrips: number;
  readonly isForbidden: boolean;
}

let tries = 0;
const { Function } = globalThis;
const count = (): void => void tries++;
globalThis.Function = new Proxy(Function, {
  construct(target, args: unknown[]) {
    count();
    return Reflect.construct(target, args) as object;
  },
  apply(target, self, args: unknown[]) {
    count();
    return Reflect.apply(target, self, args) as unknown;
  },
});

function isForbidden(): boolean {
  try {
    return Reflect.construct(Function, ["return 1"]) === undefined;
  } catch {
    return true;
  }
}

let roundTrips = 0;
for (const url of process.argv.slice(2)) {
  const exports = (await import(url)) as Readonly<Record<string, unknown>>;
  for (const type of Object.values(exports).flatMap(fieldsetsOf)) {
    const codec = codecOf(type);
    const [value] = fc.sample(randomValues(type), { seed: 1, numRuns: 1 });
    for (const protocol of protocols.filter(({ name }) => /^(binary|compact-fbthrift)$/.test(name))) {
      const bytes = encodeWith(codec, value, protocol);
      if (typeof bytes === "string") continue;
      const decoded = decodeWith(codec, bytes, protocol);
      if (!isDeepStrictEqual(decoded, value)) throw new Error(`${type.name}: read another value than was written`);
      roundTrips++;
    }
  }
}
const said: Said = { tries, roundTrips, isForbidden: isForbidden() };
process.stdout.write(JSON.stringify(said));
