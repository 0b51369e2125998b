import type { Limits } from "@seapink/core";
import { describe, test } from "vitest";
import { breaks, breaksAtOnce, breaksOnDefects } from "./lane/breaks.ts";
import { type Both, type Register, withPair } from "./lane/both.ts";
import { carries, carriesNoMore } from "./lane/carries.ts";
import { changesHands } from "./lane/changes-hands.ts";
import { ends, endsOnce } from "./lane/ends.ts";
import type { MakeLanePair } from "./lane/pair.ts";
import { pauses, slowsDown } from "./lane/slows-down.ts";

const groups: readonly (readonly [name: string, group: (lane: Register) => void])[] = [
  ["carries", carries],
  ["carries nothing but", carriesNoMore],
  ["slows down and", slowsDown],
  ["pauses and", pauses],
  ["changes hands", changesHands],
  ["ends", ends],
  ["ends", endsOnce],
  ["breaks", breaks],
  ["breaks", breaksAtOnce],
  ["breaks", breaksOnDefects],
];

/**
 * Registers what every lane owes its dialect. `makePair` opens a pair with the limits that it is given; there are
 * listeners that fail, so its lanes should report errors to nobody.
 */
export function laneSuite(name: string, makePair: MakeLanePair): void {
  const register: Register = (what, run, changes: Partial<Limits> = {}) =>
    test(what, () => withPair(makePair, changes, (both: Both) => run(both)));
  describe(name, () => {
    for (const [title, group] of groups) describe(title, () => group(register));
  });
}
