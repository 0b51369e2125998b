import type { GeneratedFile } from "@seapink/codegen";
import { generatedFrom } from "./header.ts";
import { placeIn, textOf } from "./out-folder.ts";

/** A generated file beside what is in its place. */
export interface Compared {
  readonly place: string;
  readonly text: string;
  readonly state: "same" | "differs" | "missing";
  /** Whether something is there that was not generated. */
  readonly isForeign: boolean;
}

/** @throws UsageError for a file that would lie elsewhere */
export async function compare(folder: string, files: readonly GeneratedFile[]): Promise<readonly Compared[]> {
  const compared: Compared[] = [];
  for (const { path, text } of files) {
    const place = await placeIn(folder, path);
    const before = await textOf(place);
    const state = before === undefined ? "missing" : before === text ? "same" : "differs";
    const isForeign = before !== undefined && state === "differs" && generatedFrom(before) === undefined;
    compared.push({ place, text, state, isForeign });
  }
  return compared;
}
