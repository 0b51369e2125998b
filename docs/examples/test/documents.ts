import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export const root: string = join(import.meta.dirname, "../../..");

/** The Markdown files that people read, by their path from the root. */
export function documents(): string[] {
  const folders = [".", "docs", ...below("packages"), ...below("apps"), ...below("tooling")];
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith(".md") && name !== "CHANGELOG.md")
      .map((name) => join(folder, name)),
  );
}

function below(folder: string): string[] {
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name));
}

export function textOf(path: string): string {
  return readFileSync(join(root, path), "utf8");
}
