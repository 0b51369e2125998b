import { defineConfig } from "vitest/config";

const source = ["@seapink/source"];

export default defineConfig({
  resolve: { conditions: source },
  ssr: { resolve: { conditions: source, externalConditions: source } },
  test: {
    include: ["**/test/**/*.test.ts"],
    exclude: ["**/node_modules/**", "**/dist/**"],
    // Nothing in the repository keeps state in a module, so files may share one; a run with --isolate checks that.
    isolate: false,
    pool: "threads",
    testTimeout: 20_000,
  },
});
