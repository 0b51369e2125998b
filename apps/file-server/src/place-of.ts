import type { BigIntStats } from "node:fs";
import { type FileHandle, readlink, realpath, stat } from "node:fs/promises";

/** Where something is that is open, by a path without links; `undefined` if nobody can say. */
export type PlaceOf = (handle: FileHandle, expected: string, stats: BigIntStats) => Promise<string | undefined>;

/** Linux knows. */
export const knownPlaceOf: PlaceOf = ({ fd }) => readlink(`/proc/self/fd/${fd}`);

/** Elsewhere it must be the same as what is at the path that it is expected at. */
export const comparedPlaceOf: PlaceOf = async (_, expected, { dev, ino }) => {
  const real = await realpath(expected);
  const there = await stat(real, { bigint: true });
  return there.dev === dev && there.ino === ino ? real : undefined;
};

export const placeOf: PlaceOf = process.platform === "linux" ? knownPlaceOf : comparedPlaceOf;
