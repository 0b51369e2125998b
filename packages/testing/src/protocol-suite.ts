import type { Protocol } from "@seapink/core";
import { describe } from "vitest";
import { type CaseSettings, caseSettings } from "./case-settings.ts";
import { boundLaws } from "./protocol/bounds.ts";
import { containerLaws } from "./protocol/containers.ts";
import { damageLaws } from "./protocol/damage.ts";
import { messageLaws } from "./protocol/messages.ts";
import { nestingLaws } from "./protocol/nesting.ts";
import { rangeLaws } from "./protocol/ranges.ts";
import { scanBoundLaws } from "./protocol/scan-bounds.ts";
import { streamLaws } from "./protocol/streams.ts";
import { valueLaws } from "./protocol/values.ts";
import { vectorTests } from "./protocol/vectors.ts";
import type { ShapeOptions } from "./shapes.ts";
import type { Vector } from "./vectors.ts";

export interface ProtocolSuiteOptions extends ShapeOptions {
  /** What others wrote (`vectorsIn`). */
  readonly vectors?: readonly Vector[];
  /** Default: 100 000 cases, and another seed each time. A test file says `caseSettings(process.env)`. */
  readonly settings?: CaseSettings;
}

/**
 * Registers the tests that every protocol owes: it carries all values and refuses all others, keeps every limit, and
 * meets any bytes with a value or a `ProtocolError`. The seed stands in the name; `SEAPINK_SEED` repeats a run.
 */
export function protocolSuite(name: string, protocol: Protocol, options: ProtocolSuiteOptions = {}): void {
  const settings = options.settings ?? caseSettings();
  const subject = { protocol, settings, shapes: options };
  describe(`${name}, seed ${settings.seed}`, () => {
    vectorTests(protocol, options.vectors ?? []);
    rangeLaws(subject);
    boundLaws(subject);
    containerLaws(subject);
    nestingLaws(subject);
    scanBoundLaws(subject);
    messageLaws(subject);
    streamLaws(subject);
    valueLaws(subject);
    damageLaws(subject);
  });
}
