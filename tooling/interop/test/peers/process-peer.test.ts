import { afterAll, expect, test } from "vitest";
import { cases } from "../../src/cases/cases.ts";
import type { Combination } from "../../src/combination.ts";
import type { ReadyPeer } from "../../src/peers/peer.ts";
import { processPeer } from "../../src/peers/process-peer.ts";
import { closeWorkshop, openWorkshop } from "../../src/workshop.ts";

const workshop = await openWorkshop();
afterAll(() => closeWorkshop(workshop));

const combination: Combination = { framing: "framed", protocol: "json-lenient", multiplexed: true, tls: false };
const asked = cases.slice(0, 2);

/** A peer whose program is this code; `role` and `settings` are what it was told. */
function peer(code: string): ReadyPeer {
  const told = "const [role, text] = process.argv.slice(1); const settings = JSON.parse(text);";
  const say = "const say = (line) => process.stdout.write(line + '\\n');";
  return processPeer(workshop, {
    version: "1",
    command: [process.execPath, "-e", `${told}${say}${code}`, "--"],
    settings: { generated: "/there" },
  });
}

test("a server says its ports, and ends when it is closed", async () => {
  const served = await peer(
    `say("ready " + JSON.stringify({ [role]: process.pid })); setInterval(() => {}, 1000);`,
  ).serve(combination);
  const pid = served.ports["serve"] ?? 0;
  expect(process.kill(pid, 0)).toBe(true);
  await served.close();
  expect(() => process.kill(pid, 0)).toThrow("ESRCH");
});

test.each([
  ["says something else", `say("hello");`, "expected a server that is ready, got hello"],
  [
    "ends at once",
    `console.error("no port"); process.exitCode = 1;`,
    "expected a server that is ready, got the end of its process: no port",
  ],
])("a server that %s is an error", async (_, code, message) => {
  await expect(peer(code).serve(combination)).rejects.toThrow(message);
});

test("a client tells what came of each case", async () => {
  const code = `for (const name of settings.only) say(JSON.stringify({ case: name, ms: 1, returned: settings.ports.A }));`;
  const outcomes = await peer(code).call(combination, { A: 7 }, asked);
  expect([...outcomes]).toEqual(asked.map(({ name }) => [name, { ms: 1, returned: 7 }]));
});

test("is told how to speak: json where only ours is lenient", async () => {
  const code = `say(JSON.stringify({ case: "settings", ms: 1, returned: { role, ...settings } })); process.exit();`;
  const outcomes = await peer(code).call(combination, {}, asked);
  expect(outcomes.get("settings")).toMatchObject({
    returned: {
      ...combination,
      role: "call",
      protocol: "json",
      generated: "/there",
      description: workshop.description,
      cases: workshop.cases,
    },
  });
});

test("a client that ends early has told what it has told", async () => {
  const code = `say(JSON.stringify({ case: settings.only[0], ms: 1, broken: "oh" }));`;
  const outcomes = await peer(code).call(combination, {}, asked);
  expect([...outcomes.keys()]).toEqual([asked[0]?.name]);
});

test("a client that says nothing is an error, with what it complained about", async () => {
  const call = peer(`console.error("no module");`).call(combination, {}, asked);
  await expect(call).rejects.toThrow("expected outcomes of the client, got none: no module");
});
