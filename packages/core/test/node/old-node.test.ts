import { syncBuiltinESMExports } from "node:module";
import node from "node:zlib";
import { zstd } from "@seapink/core/node";
import { afterEach, expect, test } from "vitest";

const { zstdCompressSync } = node;

function replace(value: unknown): void {
  Object.assign(node, { zstdCompressSync: value });
  syncBuiltinESMExports();
}

afterEach(() => replace(zstdCompressSync));

test("where Node has no zstd, it is said at once", () => {
  replace(undefined);
  expect(() => zstd()).toThrow(
    new TypeError(`expected a Node with zstd, from 22.15 or 23.8 on, got ${process.version}`),
  );
  replace(zstdCompressSync);
  expect(zstd().name).toBe("zstd");
});
