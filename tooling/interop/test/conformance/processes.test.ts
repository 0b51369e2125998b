import { expect, test } from "vitest";
import { conformanceCases } from "../../src/conformance/cases/conformance-cases.ts";
import { clientProcess, ourClient } from "../../src/conformance/processes/client-process.ts";
import { connectTo, startServer } from "../../src/conformance/processes/server-process.ts";
import { loadSuite } from "../../src/conformance/suite.ts";
import { tryClient } from "../../src/conformance/try-client.ts";
import { tryServer } from "../../src/conformance/try-server.ts";

const suite = await loadSuite();
const protocol = "binary";
const [basic] = conformanceCases("server");
if (basic === undefined) throw new Error("expected cases, got none");
const passed = { name: basic.name, status: "passed", reason: undefined };

test("a server in a process of its own prints its port, and passes", async () => {
  const { port, end } = await startServer(protocol);
  try {
    const result = await tryServer({ suite, protocol, isToldAll: true, connect: connectTo(port) }, basic);
    expect(result).toEqual(passed);
  } finally {
    await end();
  }
});

test("a client in a process of its own is told the port, and passes", async () => {
  const run = clientProcess([...ourClient, "--protocol", protocol]);
  expect(await tryClient({ suite, protocol, isToldAll: true, run }, basic)).toEqual(passed);
});

test.each([
  ["ends", "", /^expected a result of the client, got none$/],
  ["complains", "console.error('no such port')", /^expected a result of the client, got none: no such port$/],
])("a client that %s without a result fails", async (_, script, reason) => {
  const run = clientProcess([process.execPath, "-e", script, "--"]);
  const result = await tryClient({ suite, protocol, isToldAll: true, run }, basic);
  expect(result).toEqual({ name: basic.name, status: "failed", reason: expect.stringMatching(reason) });
});

test("a server that does not do as it was told fails, with each difference", async () => {
  const { port, end } = await startServer(protocol);
  const { testCase } = basic;
  const response = { data: "another world" };
  const serverInstruction = { field: "requestResponseBasic", value: { response } } as const;
  try {
    const other = { ...basic, testCase: { ...testCase, serverInstruction } };
    const result = await tryServer({ suite, protocol, isToldAll: true, connect: connectTo(port) }, other);
    const reason = 'client.value.response.data: expected "world", got "another world"';
    expect(result).toEqual({ name: basic.name, status: "failed", reason });
  } finally {
    await end();
  }
});
