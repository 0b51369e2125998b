import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { bundleFile } from "./bundle.ts";
import { domOf } from "./chromium.ts";
import type { Outcome } from "./pages/outcome.ts";

/** Whether a page may make code from text, as codecs do where they may. */
export type Policy = "open" | "strict";

/** The program that makes the calls. */
export const callPage: string = join(import.meta.dirname, "pages/call.ts");

/** What it tells if all is well. */
export function expectedOutcome(policy: Policy): Outcome {
  return { codeFromText: policy === "open", value: "9007199254740993", thrown: "NotFoundError of nobody" };
}

/** Makes the calls in Chromium, in a page from a file, and resolves to what the page tells. */
export async function callIn(chromium: string, policy: Policy): Promise<unknown> {
  const folder = await mkdtemp(join(tmpdir(), "seapink-page-"));
  try {
    const { code } = await bundleFile(callPage, { format: "iife" });
    await writeFile(join(folder, "page.js"), code);
    await writeFile(join(folder, "page.html"), pageOf(policy));
    return titleOf(await domOf(chromium, pathToFileURL(join(folder, "page.html")).href, join(folder, "profile")));
  } finally {
    await rm(folder, { recursive: true });
  }
}

// A file may not load a module, so that the script is a plain one.
function pageOf(policy: Policy): string {
  const meta = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src file:">`;
  const head = `<meta charset="utf-8">${policy === "strict" ? meta : ""}<title>"nothing yet"</title>`;
  return `<!doctype html>${head}<script src="page.js" defer></script>\n`;
}

/** What a page tells by its title, which is JSON. */
export function titleOf(dom: string): unknown {
  const [, title] = /<title>(.*?)<\/title>/s.exec(dom) ?? [];
  if (title === undefined) throw new Error(`expected a page with a title, got ${dom.slice(0, 200)}`);
  return JSON.parse(title);
}
