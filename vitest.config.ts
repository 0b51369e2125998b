import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "vitest/config";

const source = ["@seapink/source"];
const folders = ["test", "{packages,apps,tooling,docs}/*/test"];

/**
 * Files that change the clock, from wherever vitest is started: the root or one package. All calls of a thread share one
 * wheel of deadlines, which must not meet another time, so that each of these files has a thread to itself.
 */
const withOwnClock: string[] = globSync(folders.map((folder) => `${folder}/**/*.test.ts`)).filter((path) =>
  /\b(useFakeTimers|fakeTime|dialectSuite)\b/.test(readFileSync(path, "utf8")),
);

/** Where the host forbids making code from text, as browsers may. Projects take this from here only. */
const withoutCodegen = { pool: "forks" as const, execArgv: ["--disallow-code-generation-from-strings"] };

export default defineConfig(({ mode }) => ({
  resolve: { conditions: source },
  ssr: { resolve: { conditions: source, externalConditions: source } },
  test: {
    ...(mode === "no-codegen" ? withoutCodegen : { pool: "threads" as const }),
    testTimeout: 20_000,
    exclude: ["**/node_modules/**", "**/dist/**"],
    projects: [
      {
        extends: true,
        test: {
          name: "shared",
          include: ["**/test/**/*.test.ts"],
          exclude: withOwnClock,
          setupFiles: [join(import.meta.dirname, "tooling/vitest/one-clock.ts")],
          // Nothing else keeps state in a module, so that files may share one; a run with --isolate checks that.
          isolate: false,
        },
      },
      { extends: true, test: { name: "own clock", include: withOwnClock, isolate: true } },
    ],
  },
}));
