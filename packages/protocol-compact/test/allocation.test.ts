import { defaultLimits, WireType } from "@seapink/core";
import { compact } from "@seapink/protocol-compact";
import { bytes, shapeCodec } from "@seapink/testing";
import { expect, test } from "vitest";
import { hostileStructs } from "./hostile.ts";
import { hostileShape } from "./shapes.ts";

const header = bytes("82 21 01 01 6d");
const codec = shapeCodec(compact(), hostileShape);

function memory(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function attempt(run: () => unknown): void {
  try {
    run();
  } catch {
    // Which error it is others check; here only memory counts.
  }
}

/** By how much memory grows while this is read, skipped and scanned; a collection in between only makes it less. */
function growth(struct: Uint8Array): number {
  const before = memory();
  attempt(() => codec.decode(struct));
  attempt(() => compact().reader(struct, defaultLimits).skip(WireType.struct));
  attempt(() =>
    compact()
      .scanner(defaultLimits)
      .push(Uint8Array.from([...header, ...struct])),
  );
  return memory() - before;
}

test.each(hostileStructs)("refuses $what without making room for it", ({ hex }) => {
  const struct = bytes(hex);
  // The first times compile code, which takes memory too.
  const least = Math.min(...Array.from({ length: 20 }, () => growth(struct)));
  expect(least).toBeLessThan(200_000);
});
