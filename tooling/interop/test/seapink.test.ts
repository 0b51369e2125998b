import { afterAll, expect, test } from "vitest";
import { cases } from "../src/cases/cases.ts";
import type { Combination } from "../src/combination.ts";
import { readySeapink } from "../src/peers/seapink.ts";
import { tryRow } from "../src/try-row.ts";
import { closeWorkshop, openWorkshop } from "../src/workshop.ts";

const workshop = await openWorkshop();
afterAll(() => closeWorkshop(workshop));

const plain = { multiplexed: false, tls: false } as const;

test.each<Combination>([
  { framing: "framed", protocol: "binary", ...plain },
  { framing: "unframed", protocol: "compact", ...plain, multiplexed: true },
  { framing: "framed", protocol: "json-lenient", ...plain },
  { framing: "unframed", protocol: "binary", ...plain, tls: true },
])("ours passes every case against ours: $framing $protocol, TLS: $tls", async (combination) => {
  const ours = readySeapink(workshop);
  const trial = { services: workshop.services, cases, known: [], ours };
  const { results } = await tryRow(trial, "seapink", ours, { role: "server", combination });
  expect(results).toEqual(cases.map(({ name }) => ({ name, status: "passed", reason: undefined })));
});
