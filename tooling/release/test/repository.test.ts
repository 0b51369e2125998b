import { expect, test } from "vitest";
import { addressesIn } from "../src/repository.ts";

test.each([
  ["a package of a registry", "    resolution: {integrity: sha512-nk2Hbq==}", 0],
  ["an address in a notice", "    deprecated: see https://example.com/", 0],
  ["a tarball", "    resolution: {integrity: sha512-nk2Hbq==, tarball: https://example.com/a.tgz}", 1],
  ["a registry", "  registry: http://127.0.0.1:4873/", 1],
])("finds the addresses of %s", (_, line, count) => {
  expect(addressesIn(`packages:\n\n${line}\n`)).toHaveLength(count);
});
