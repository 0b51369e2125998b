import { implement, type ServiceHandler } from "@seapink/rpc";
import type { ClientTestResult, RpcTestCase } from "../shapes.ts";
import type { Suite } from "../suite.ts";
import { conformanceLimits } from "../rocket-settings.ts";
import { bidiAnswers } from "./bidi-answers.ts";
import { interactionAnswers } from "./interaction-answers.ts";
import { requestResponseAnswers } from "./request-response-answers.ts";
import type { Scenario } from "./scenario.ts";
import { sinkAnswers } from "./sink-answers.ts";
import { streamAnswers } from "./stream-answers.ts";

/** What a client under test is told, and who takes what it tells. */
interface ClientTest {
  readonly testCase: Partial<RpcTestCase>;
  onResult(result: ClientTestResult): void;
}

/** Serves the suite: a server under test, or the one that tests a client. */
export function conformanceHandler({ service }: Suite, scenario: Scenario, test?: ClientTest): ServiceHandler {
  return implement(
    service,
    {
      sendTestCase: ({ testCase }) => scenario.begin(testCase),
      getTestResult: () => scenario.result(),
      getTestCase: () => test?.testCase ?? {},
      sendTestResult: ({ result }) => test?.onResult(result),
      ...requestResponseAnswers(scenario),
      ...streamAnswers(scenario),
      ...sinkAnswers(scenario),
      ...interactionAnswers(scenario),
      ...bidiAnswers(scenario),
    },
    { limits: conformanceLimits, onError: () => undefined },
  );
}
