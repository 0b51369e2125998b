import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Check, runChecks } from "./checks.ts";
import { output } from "./command.ts";
import { changesetsAreThere, generatedFilesAreCurrent, lockfileNamesNoRegistry } from "./repository.ts";
import { importFrom, installFor } from "./stranger.ts";
import { packAll, type Tarball } from "./tarball.ts";

const root = join(import.meta.dirname, "../../..");
const scratch = await mkdtemp(join(tmpdir(), "seapink-release-"));
const stranger = join(scratch, "stranger");

function script(name: string, tarball: Tarball): () => Promise<void> {
  return async () => void (await output("pnpm", ["run", name, tarball.path], import.meta.dirname));
}

function checksOf(tarball: Tarball): Check[] {
  const { name } = tarball;
  return [
    { name: `${name}: publint`, run: script("publint", tarball) },
    { name: `${name}: attw`, run: script("attw", tarball) },
    { name: `${name}: imports where it is installed`, run: () => importFrom(stranger, tarball) },
  ];
}

try {
  const tarballs = await packAll(root, scratch);
  const { passed, failed } = await runChecks(
    [
      { name: "the lockfile names no registry", run: () => lockfileNamesNoRegistry(root) },
      { name: "changesets are there", run: () => changesetsAreThere(root) },
      { name: "generated files are current", run: () => generatedFilesAreCurrent(root) },
      { name: "tarballs install in an empty folder", run: () => installFor(stranger, tarballs) },
      ...tarballs.flatMap(checksOf),
    ],
    console.log,
  );
  console.log(`${passed} passed, ${failed} failed, 0 skipped`);
  process.exitCode = failed === 0 ? 0 : 1;
} finally {
  await rm(scratch, { recursive: true });
}
