/** A package manager, as a stranger to this repository uses it in a folder of their own. */
export interface Manager {
  readonly name: string;
  /** The folder's files that say what to install, by name. */
  files(wanted: Readonly<Record<string, string>>, sisters: Readonly<Record<string, string>>): Record<string, unknown>;
  install(folder: string): Command;
  /** What goes before an installed command. */
  readonly execute: Command;
}

/** A program, and what it is given. */
export type Command = readonly [program: string, ...args: string[]];

const own = { private: true, type: "module" };

export const npm: Manager = {
  name: "npm",
  // What is wanted may not be overridden, too.
  files(dependencies, sisters) {
    const others = Object.entries(sisters).filter(([name]) => !Object.hasOwn(dependencies, name));
    return { "package.json": { ...own, dependencies, overrides: Object.fromEntries(others) } };
  },
  install: (folder) => ["npm", "install", "--prefix", folder, "--prefer-offline", "--no-audit", "--no-fund"],
  execute: ["npx", "--no", "--"],
};

/** It lets a program import what was asked for and nothing that came along. */
export const pnpm: Manager = {
  name: "pnpm",
  // JSON is YAML, too.
  files: (dependencies, overrides) => ({
    "package.json": { ...own, dependencies },
    "pnpm-workspace.yaml": { overrides },
  }),
  install: (folder) => ["pnpm", "--dir", folder, "install", "--prefer-offline", "--no-frozen-lockfile"],
  execute: ["pnpm", "exec"],
};
