import type { Dialect, Protocol } from "@seapink/core";
import { describe } from "vitest";
import { type CaseSettings, caseSettings } from "./case-settings.ts";
import { boundTests } from "./dialect/bounds.ts";
import { callTests } from "./dialect/calls.ts";
import { cancelTests } from "./dialect/cancelling.ts";
import { closingTests } from "./dialect/closing.ts";
import { deadlineTests } from "./dialect/deadlines.ts";
import { detectionTests } from "./dialect/detection.ts";
import { drainTimeoutTests } from "./dialect/drain-timeouts.ts";
import { errorTests } from "./dialect/errors.ts";
import { headerTests } from "./dialect/headers.ts";
import { hostileTests } from "./dialect/hostile-bytes.ts";
import { interactionTests } from "./dialect/interactions.ts";
import { lossTests } from "./dialect/losses.ts";
import { misfitTests } from "./dialect/misfits.ts";
import { onewayTests } from "./dialect/oneways.ts";
import { refusalTests } from "./dialect/refusals.ts";
import { serviceTests } from "./dialect/services.ts";
import { sinkTests } from "./dialect/sinks.ts";
import { slowTests } from "./dialect/slow-bytes.ts";
import { streamTests } from "./dialect/streams.ts";
import type { Carried, HoldsBack, Lanes } from "./dialect/subject.ts";
import { tidinessTests } from "./dialect/tidiness.ts";

export interface DialectSuiteOptions {
  readonly dialect: Dialect;
  /** Where the server is set up in another way. */
  readonly server?: Dialect;
  /** Makes a pair of lanes for each test. */
  readonly lanes: Lanes;
  /** What the client's dialect speaks. */
  readonly protocol: Protocol;
  /** What the dialect has beyond calls and answers; whatever is missing here it must refuse. Default: nothing. */
  readonly carries?: readonly Carried[];
  /** Default `by pausing`. */
  readonly holdsBack?: HoldsBack;
  /** Whether the lanes deliver frames that mean something to the dialect, so that nothing comes in halves. Default `false`. */
  readonly hasFrames?: boolean;
  /** As for `protocolSuite`; a hundredth of the cases are connections here. */
  readonly settings?: CaseSettings;
}

/**
 * Registers the tests that every dialect owes, at the level of calls and replies: what arrives, what fails and whether
 * it may have run, what is bounded, how a connection ends, and that no bytes do harm.
 */
export function dialectSuite(name: string, options: DialectSuiteOptions): void {
  const { dialect, server = dialect, lanes, protocol, settings = caseSettings() } = options;
  const { holdsBack = "by pausing" } = options;
  const subject = { client: dialect, server, lanes, protocol, carries: new Set(options.carries), holdsBack };
  describe(`${name}, seed ${settings.seed}`, () => {
    callTests(subject);
    errorTests(subject);
    onewayTests(subject);
    headerTests(subject);
    serviceTests(subject);
    refusalTests(subject);
    misfitTests(subject);
    deadlineTests(subject);
    cancelTests(subject);
    lossTests(subject);
    boundTests(subject);
    closingTests(subject);
    drainTimeoutTests(subject);
    if (options.hasFrames !== true) {
      detectionTests(subject);
      slowTests(subject);
      hostileTests(subject, settings);
    }
    streamTests(subject);
    sinkTests(subject);
    interactionTests(subject);
    tidinessTests(subject);
  });
}
