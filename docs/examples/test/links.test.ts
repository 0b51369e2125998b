import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { documents, root, textOf } from "./documents.ts";

/** The files that a document links to, from its own folder; anchors and other sites left out. */
function linksOf(text: string): string[] {
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target.replace(/#.*/, ""));
  return targets.filter((target) => target !== "" && !target.includes("://"));
}

test.each(documents())("%s links to files that exist", (path) => {
  const missing = linksOf(textOf(path)).filter((target) => !existsSync(join(root, dirname(path), target)));
  expect(missing).toEqual([]);
});
