import { describe, expect, test } from "vitest";
import { conformanceCases } from "../../src/conformance/cases/conformance-cases.ts";
import { serverParticipant } from "../../src/conformance/server-participant.ts";
import { loadSuite } from "../../src/conformance/suite.ts";
import { tryServer } from "../../src/conformance/try-server.ts";
import { ways } from "./ways.ts";

const suite = await loadSuite();
/** For messages of many megabytes. */
const patienceMs = 60_000;
const cases = conformanceCases("server");

test("fbthrift has as many cases for servers", () => {
  expect(cases).toHaveLength(36);
});

describe.each(ways)("a server over $name", ({ serve, tries }) => {
  test.each(cases.filter(tries))(
    "passes $name",
    async (tried) => {
      const { handler, dialect } = serverParticipant(suite, "compact");
      await using place = await serve(handler, dialect);
      expect(await tryServer({ suite, protocol: "compact", isToldAll: false, connect: place.connect }, tried)).toEqual({
        name: tried.name,
        status: "passed",
        reason: undefined,
      });
    },
    patienceMs,
  );
});
