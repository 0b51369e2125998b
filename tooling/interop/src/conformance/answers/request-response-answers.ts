import { setTimeout as sleep } from "node:timers/promises";
import { undeclared } from "../undeclared.ts";
import type { Answers, Named } from "./answer.ts";
import type { Scenario } from "./scenario.ts";

export function requestResponseAnswers(scenario: Scenario): Answers<Named<"requestResponse">> {
  return {
    requestResponseBasic({ req: request }) {
      scenario.note("requestResponseBasic", { request });
      return scenario.instruction("requestResponseBasic").response;
    },
    requestResponseDeclaredException({ req: request }) {
      scenario.note("requestResponseDeclaredException", { request });
      throw scenario.userException(scenario.instruction("requestResponseDeclaredException").userException);
    },
    requestResponseUndeclaredException({ req: request }) {
      scenario.note("requestResponseUndeclaredException", { request });
      throw undeclared(scenario.instruction("requestResponseUndeclaredException").exceptionMessage);
    },
    requestResponseNoArgVoidResponse() {
      scenario.note("requestResponseNoArgVoidResponse", {});
    },
    async requestResponseTimeout({ req: request }) {
      scenario.note("requestResponseTimeout", { request });
      await sleep(Number(scenario.instruction("requestResponseTimeout").timeoutMs));
      return { data: "too late" };
    },
  };
}
