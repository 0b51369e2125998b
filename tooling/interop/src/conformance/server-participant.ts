import type { Dialect, Handler } from "@seapink/core";
import { conformanceHandler } from "./answers/conformance-handler.ts";
import { Scenario } from "./answers/scenario.ts";
import { type BodyProtocol, rocketOf, serverFlow } from "./rocket-settings.ts";
import type { Suite } from "./suite.ts";

/** A server under test: what it serves, and how. */
export interface ServerParticipant {
  readonly handler: Handler;
  readonly dialect: Dialect;
}

/** Of a connection, the case that has been told last decides how many items are under way, and how long they may take. */
export function serverParticipant(suite: Suite, protocol: BodyProtocol): ServerParticipant {
  const scenario = new Scenario(suite);
  const usual = rocketOf(protocol);
  const dialect: Dialect = {
    ...usual,
    accept(lane, handler, conversation) {
      const chosen = scenario.hasBegun ? rocketOf(protocol, serverFlow(scenario.serverInstruction)) : usual;
      return chosen.accept(lane, handler, conversation);
    },
  };
  return { handler: conformanceHandler(suite, scenario), dialect };
}
