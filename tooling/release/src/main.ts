import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { browserChecks } from "./browser-checks.ts";
import { type Check, runChecks } from "./checks.ts";
import { output } from "./command.ts";
import { npm, pnpm } from "./manager.ts";
import { changesetsAreThere, generatedFilesAreCurrent, lockfileNamesNoRegistry } from "./repository.ts";
import { useAsStranger } from "./stranger.ts";
import { packAll, type Tarball } from "./tarball.ts";

const root = join(import.meta.dirname, "../../..");
const scratch = await mkdtemp(join(tmpdir(), "seapink-release-"));

function script(name: string, tarball: Tarball): () => Promise<void> {
  return async () => void (await output("pnpm", ["run", name, tarball.path], import.meta.dirname));
}

function checksOf(tarball: Tarball, sisters: readonly Tarball[]): Check[] {
  const { name } = tarball;
  const strangers = [npm, pnpm].map((manager) => ({
    name: `${name}: installs with ${manager.name} in an empty folder, and its example runs`,
    run: () => useAsStranger(tarball, { folder: join(scratch, manager.name, name), manager, sisters, root }),
  }));
  return [
    { name: `${name}: publint`, run: script("publint", tarball) },
    { name: `${name}: attw`, run: script("attw", tarball) },
    ...strangers,
  ];
}

try {
  const tarballs = await packAll(root, scratch);
  const { passed, failed, skipped } = await runChecks(
    [
      { name: "the lockfile names no registry", run: () => lockfileNamesNoRegistry(root) },
      { name: "changesets are there", run: () => changesetsAreThere(root) },
      { name: "generated files are current", run: () => generatedFilesAreCurrent(root) },
      ...browserChecks(root),
      ...tarballs.flatMap((tarball) => checksOf(tarball, tarballs)),
    ],
    { say: console.log, atOnce: availableParallelism() },
  );
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  process.exitCode = failed === 0 ? 0 : 1;
} finally {
  await rm(scratch, { recursive: true });
}
