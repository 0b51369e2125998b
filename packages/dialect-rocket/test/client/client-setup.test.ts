import { expectCode } from "@seapink/testing";
import { expect, test } from "vitest";
import { checkVersion, clientSetup } from "../../src/client/client-setup.ts";
import { settingsOf } from "../../src/options.ts";
import { protocol } from "../served.ts";

test("offers versions 8 to 10, and says who it is", () => {
  expect(clientSetup(settingsOf({ protocols: [protocol], metadata: "binary", agent: "me" }))).toEqual({
    keepAliveMs: 30_000,
    maxLifetimeMs: 90_000,
    metadata: { minVersion: 8, maxVersion: 10, clientMetadata: { agent: "me" } },
    encoding: "binary",
  });
});

test.each([
  [Number.POSITIVE_INFINITY, 0x7fff_ffff, 0x7fff_ffff],
  [0x7fff_0000, 0x7fff_0000, 0x7fff_ffff],
  [0.1, 1, 1],
  [1.5, 2, 5],
])("tells of a keepalive each %d ms as a number that SETUP can hold", (keepAliveMs, keepAlive, lifetime) => {
  expect(clientSetup(settingsOf({ protocols: [protocol], keepAliveMs }))).toMatchObject({
    keepAliveMs: keepAlive,
    maxLifetimeMs: lifetime,
  });
});

test.each([[8], [9], [10], [undefined]])("takes version %s for an answer", (version) => {
  expect(() => checkVersion({ version })).not.toThrow();
});

test.each([0, 7, 11, -8])("does not take version %i", (version) => {
  expectCode(() => checkVersion({ version }), "bad_version");
});
