import { rolldown, type InputOptions } from "rolldown";

/** One script that a browser can load. */
export interface Bundle {
  readonly code: string;
  /** The modules that it would still load. */
  readonly imports: readonly string[];
}

export interface BundleOptions {
  /** Which of the packages' exports are meant; by default those of the built files. */
  readonly conditions?: readonly string[];
  /** A module, or a script that exports nothing; a module by default. */
  readonly format?: "esm" | "iife";
}

/** Bundles and minifies a module for browsers, without what it does not use. */
export function bundleFile(path: string, options: BundleOptions = {}): Promise<Bundle> {
  return bundle({ input: path }, options);
}

/** The same of a module's text, which imports what this package depends on. */
export function bundleText(text: string, options: BundleOptions = {}): Promise<Bundle> {
  const id = "\0text";
  const plugin = {
    name: "text",
    resolveId: (name: string) => (name === id ? id : undefined),
    load: (name: string) => (name === id ? text : undefined),
  };
  return bundle({ input: id, plugins: [plugin] }, options);
}

async function bundle(input: InputOptions, { conditions = [], format = "esm" }: BundleOptions): Promise<Bundle> {
  const build = await rolldown({
    ...input,
    cwd: import.meta.dirname,
    platform: "browser",
    resolve: { conditionNames: [...conditions, "browser", "import", "default"] },
    // A module that is not found stays among the imports.
    logLevel: "silent",
  });
  try {
    const { output } = await build.generate({ format, minify: true, codeSplitting: false });
    const [{ code, imports, dynamicImports }] = output;
    return { code, imports: [...imports, ...dynamicImports] };
  } finally {
    await build.close();
  }
}

/** @throws Error for a bundle that needs more than a browser has. */
export function checkIsWhole(bundle: Bundle): void {
  const needs = needsOf(bundle);
  if (needs.length > 0) throw new Error(`expected a bundle that imports nothing, got ${needs.join(", ")}`);
}

/** What a bundle needs beyond what every browser has: modules, and those of Node by whatever way they are asked for. */
export function needsOf({ code, imports }: Bundle): string[] {
  const named = code.match(/(?<=["'`])node:[\w/]+(?=["'`])/g) ?? [];
  return [...new Set([...imports, ...named])];
}
