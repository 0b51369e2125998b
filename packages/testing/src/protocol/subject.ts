import type { Protocol } from "@seapink/core";
import * as fc from "fast-check";
import { test } from "vitest";
import type { CaseSettings } from "../case-settings.ts";
import { type ShapeOptions, structShapes } from "../shapes.ts";
import type { StructShape } from "../shape.ts";
import { structValues } from "../shape-values.ts";

/** What the laws are about. */
export interface Subject {
  readonly protocol: Protocol;
  readonly settings: CaseSettings;
  readonly shapes: ShapeOptions;
}

/** A struct and its type. */
export interface Sample {
  readonly shape: StructShape;
  readonly value: Readonly<Record<string, unknown>>;
}

export function samples(subject: Subject): fc.Arbitrary<Sample> {
  return structShapes(subject.shapes).chain((shape) => structValues(shape).map((value) => ({ shape, value })));
}

/** Registers a test that tries this share of all cases. The predicate fails by throwing. */
export function law<T>(
  subject: Subject,
  share: number,
  name: string,
  cases: fc.Arbitrary<T>,
  predicate: (value: T) => void,
): void {
  const { seed, cases: all } = subject.settings;
  const numRuns = Math.ceil(all * share);
  test(`${name} (${numRuns} cases)`, { timeout: 120_000 }, () => {
    fc.assert(fc.property(cases, predicate), { seed, numRuns });
  });
}
