import { describe, expect, test } from "vitest";
import { conformanceCases } from "../../src/conformance/cases/conformance-cases.ts";
import { clientParticipant } from "../../src/conformance/client-participant.ts";
import { loadSuite } from "../../src/conformance/suite.ts";
import { type ClientUnderTest, tryClient } from "../../src/conformance/try-client.ts";
import { ways } from "./ways.ts";

const suite = await loadSuite();
/** For messages of many megabytes. */
const patienceMs = 60_000;
const cases = conformanceCases("client");

test("fbthrift has as many cases for clients", () => {
  expect(cases).toHaveLength(39);
});

describe.each(ways)("a client over $name", ({ serve, tries }) => {
  const client: ClientUnderTest = {
    suite,
    protocol: "compact",
    isToldAll: false,
    async run(handler, dialect) {
      await using place = await serve(handler, dialect);
      await clientParticipant(suite, "compact", place.connect);
      return "";
    },
  };

  test.each(cases.filter(tries))(
    "passes $name",
    async (tried) => {
      const result = await tryClient(client, tried);
      expect(result).toEqual({ name: tried.name, status: "passed", reason: undefined });
    },
    patienceMs,
  );
});
