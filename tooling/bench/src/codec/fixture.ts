import { readFileSync } from "node:fs";

/** The text of a file in `fixtures/`. */
export function fixture(name: string): string {
  return readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), "utf8");
}

/** The struct that the IDL files have for each workload. */
export const structNames = {
  media: "MediaContent",
  points: "Points",
  i32: "Ints",
  map: "Counts",
  binary: "Blob",
} as const;
