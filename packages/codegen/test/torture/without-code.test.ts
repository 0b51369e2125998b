import { execFile } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createWorkspace, type Workspace } from "../workspace.ts";
import type { Said } from "./round-trips-child.ts";
import { type Variant, variants } from "./variants.ts";

const run = promisify(execFile);
const child = join(import.meta.dirname, "round-trips-child.ts");
const all = await variants();
let workspace: Workspace;

beforeAll(async () => {
  workspace = await createWorkspace();
  for (const { name, files } of all) await workspace.write(name, files);
});

afterAll(() => workspace[Symbol.asyncDispose]());

/** What a process says in which no text becomes code. */
async function roundTripsOf(name: string): Promise<Said> {
  const { files } = all.find((one) => one.name === name) as Variant;
  const urls = files.map(({ path }) => pathToFileURL(join(workspace.folder, name, path)).href);
  const options = ["--conditions=@seapink/source", "--disallow-code-generation-from-strings"];
  return JSON.parse((await run(process.execPath, [...options, child, ...urls])).stdout) as Said;
}

test.for(["bigint-aot", "number-aot"])("%s needs no code to be made of text, and does not try", async (name) => {
  const said = await roundTripsOf(name);
  expect(said).toMatchObject({ tries: 0, isForbidden: true });
  expect(said.roundTrips).toBeGreaterThan(200);
});

test("without codecs that are compiled ahead of time it is tried, and done without", async () => {
  const said = await roundTripsOf("number-plain");
  expect(said).toMatchObject({ tries: 1, isForbidden: true });
  expect(said.roundTrips).toBeGreaterThan(200);
});
