import { describe, test } from "vitest";
import { onStage, type Stage, type StageOptions } from "./stage.ts";
import type { Carried, DialectSubject } from "./subject.ts";
import { ways } from "./ways.ts";
import { withClock } from "./with-clock.ts";

/** One thing that a dialect owes. */
export interface Scenario {
  readonly name: string;
  /** What the dialect must carry for it. */
  readonly needs?: Carried;
  readonly stage?: StageOptions;
  readonly run: (stage: Stage, advance: Advance) => Promise<void>;
}

/** Moves the clock of a scenario that is played by one. */
export type Advance = (ms: number) => Promise<unknown>;

/** Registers a test for each scenario that the dialect can carry. */
export function play(subject: DialectSubject, scenarios: readonly Scenario[], way: StageOptions = {}): void {
  for (const { name, stage, run } of playable(subject, scenarios)) {
    test(name, () => onStage(subject, { ...stage, ...way }, (on) => run(on, noClock)));
  }
}

/** The same on each of the ways; the tests are described by `what`. */
export function playOnWays(subject: DialectSubject, what: string, scenarios: readonly Scenario[]): void {
  if (playable(subject, scenarios).length === 0) return;
  describe.each(ways)(`${what}, %s`, (_, way) => play(subject, scenarios, way));
}

/** The same by a clock that stands still unless the scenario moves it. */
export function playByClock(subject: DialectSubject, scenarios: readonly Scenario[]): void {
  for (const { name, stage, run } of playable(subject, scenarios)) {
    test(name, () => withClock((advance) => onStage(subject, stage ?? {}, (on) => run(on, advance))));
  }
}

const noClock: Advance = () => Promise.reject(new TypeError("expected a scenario with a clock"));

function playable(subject: DialectSubject, scenarios: readonly Scenario[]): readonly Scenario[] {
  return scenarios.filter(({ needs }) => needs === undefined || subject.carries.has(needs));
}
