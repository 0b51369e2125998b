import { inspect, isDeepStrictEqual } from "node:util";
import type { Protocol } from "@seapink/core";
import type { Fieldset } from "@seapink/schema";
import { Compiler } from "@seapink/schema/internal";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Descriptor, shapeOf, valueOf } from "../../src/shape.ts";
import { createWorkspace, type Workspace } from "../workspace.ts";
import { fieldsetsOf } from "./fieldsets.ts";
import { decodeWith, encodeWith, protocols } from "./protocols.ts";
import { randomValues, sparseValues } from "./random-values.ts";
import { type Exported, load, type Variant, variants } from "./variants.ts";

const all = await variants();
let workspace: Workspace;

beforeAll(async () => {
  workspace = await createWorkspace();
  for (const { name, files } of all) await workspace.write(name, files);
});

afterAll(() => workspace[Symbol.asyncDispose]());

test("all that is generated compiles under the strictest settings", async () => {
  expect(await workspace.compile()).toBe("");
});

test.for(all.map((one) => [one.name, one] as const))(
  "%s has the descriptors and constants of the IDL",
  async ([, one]) => {
    const exported = await load(one, workspace);
    expect(exported.length).toBeGreaterThan(50);
    for (const { definition, value } of exported) {
      if (definition.kind === "typedef") expect(value).toBeUndefined();
      else if (definition.kind === "const") expect(valueOf(value)).toBe(valueOf(definition.value));
      else expect(shapeOf(value as Descriptor)).toBe(shapeOf(definition.type));
    }
  },
);

/** Structs of one name in each way of having them, with the compiler of their codecs. */
type Way = readonly [what: string, compiler: Compiler, fieldsets: readonly Fieldset[]];

function fieldsets(exported: readonly Exported[]): readonly Fieldset[] {
  return exported.flatMap(({ value }) => fieldsetsOf(value));
}

describe.each(["bigint", "number"] as const)("with i64 as a %s", (i64) => {
  const found = (aot: boolean): Variant =>
    all.find(({ name }) => name === `${i64}-${aot ? "aot" : "plain"}`) as Variant;

  test("emitted, as closures and ahead of time values become the same bytes, and these the same values", async () => {
    const written = fieldsets(await load(found(false), workspace));
    const ahead = fieldsets(await load(found(true), workspace));
    const ways: readonly Way[] = [
      ["emitted", new Compiler("emitted"), written],
      ["closures", new Compiler("closures"), written],
      ["ahead of time", new Compiler(), ahead],
    ];
    expect(ahead.every(({ codec }) => codec !== undefined)).toBe(true);
    let roundTrips = 0;
    for (const i of written.keys()) for (const protocol of protocols) roundTrips += checkRoundTrips(ways, i, protocol);
    expect(roundTrips).toBeGreaterThan(written.length * protocols.length * 1.8);
  });
});

const seed = 20_071_004;

function seedOf({ fields }: Fieldset): number {
  return fields.reduce((sum, { id }) => sum + id, seed);
}

function expectEqual(got: unknown, expected: unknown, where: string): void {
  if (!isDeepStrictEqual(got, expected)) expect.fail(`${where}: expected ${inspect(expected)}, got ${inspect(got)}`);
}

/** Returns how many values of a struct the protocol has taken. */
function checkRoundTrips(ways: readonly Way[], i: number, protocol: Protocol): number {
  const results = ways.map(([what, compiler, fieldsets]) => {
    const type = fieldsets[i];
    if (type === undefined) return expect.fail(`${what}: expected as many structs as elsewhere`);
    const where = `${type.name}, ${protocol.name}, ${what}`;
    return {
      whole: wholeBytes(compiler, type, { protocol, where }),
      sparse: sparseBytes(compiler, type, { protocol, where }),
    };
  });
  for (const bytes of results) expect(bytes).toStrictEqual(results[0]);
  return results[0]?.whole.filter((bytes) => typeof bytes !== "string").length ?? 0;
}

interface RoundTrip {
  readonly protocol: Protocol;
  readonly where: string;
}

/** The bytes of values, which are read from these again. */
function wholeBytes(
  compiler: Compiler,
  type: Fieldset,
  { protocol, where }: RoundTrip,
): readonly (Uint8Array | string)[] {
  const codec = compiler.codec(type);
  return fc.sample(randomValues(type), { seed: seedOf(type), numRuns: 2 }).map((value) => {
    const bytes = encodeWith(codec, value, protocol);
    if (typeof bytes !== "string") expectEqual(decodeWith(codec, bytes, protocol), value, where);
    return bytes;
  });
}

/** The bytes of a value without some fields that have a default, and of what is read from these, which has them. */
function sparseBytes(
  compiler: Compiler,
  type: Fieldset,
  { protocol, where }: RoundTrip,
): readonly (Uint8Array | string)[] {
  const codec = compiler.codec(type);
  return fc.sample(sparseValues(type), { seed: seedOf(type), numRuns: 1 }).flatMap((value) => {
    const bytes = encodeWith(codec, value, protocol);
    if (typeof bytes === "string") return [bytes];
    const filled = decodeWith(codec, bytes, protocol);
    const again = encodeWith(codec, filled, protocol);
    expectEqual(typeof again === "string" ? again : decodeWith(codec, again, protocol), filled, where);
    return [bytes, again];
  });
}
