import type { Dialect, Handler } from "@seapink/core";
import type { Result } from "../result.ts";
import { conformanceHandler } from "./answers/conformance-handler.ts";
import { Scenario } from "./answers/scenario.ts";
import type { ConformanceCase } from "./cases/conformance-case.ts";
import { type BodyProtocol, rocketOf, serverFlow } from "./rocket-settings.ts";
import type { ClientTestResult } from "./shapes.ts";
import type { Suite } from "./suite.ts";
import { judged } from "./verdict.ts";
import { FrameLog } from "./wire/frame-log.ts";
import { tapped } from "./wire/tapped.ts";

/** How to run a client under test. */
export interface ClientUnderTest {
  readonly suite: Suite;
  readonly protocol: BodyProtocol;
  /** Whether it is told the whole case, as fbthrift's runner does, or only its part, which is much less to send. */
  readonly isToldAll: boolean;
  /** Serves this to a client, and runs it. Resolves when it has ended, with what it has complained about. */
  run(handler: Handler, dialect: Dialect): Promise<string>;
}

/** Serves a case to a client, and takes what it has seen. */
export function tryClient(client: ClientUnderTest, tried: ConformanceCase): Promise<Result> {
  const { suite, protocol, isToldAll } = client;
  const { clientInstruction } = tried.testCase;
  const scenario = new Scenario(suite, tried.testCase.serverInstruction);
  let told: ClientTestResult | undefined;
  const handler = conformanceHandler(suite, scenario, {
    testCase: isToldAll ? tried.testCase : { clientInstruction },
    onResult: (result) => (told = result),
  });
  const logs: FrameLog[] = [];
  const dialect = loggedApart(rocketOf(protocol, serverFlow(tried.testCase.serverInstruction)), logs);
  return judged(tried, async () => {
    const complaint = await client.run(handler, dialect);
    if (told === undefined) throw new Error(`expected a result of the client, got none${complaint}`);
    const log = logs.findLast(({ frames }) => frames.length > 0);
    if (log === undefined) throw new Error("expected a connection of the client, got none");
    return { client: told, server: await scenario.result(), log };
  });
}

/** A log for each connection. The last one is that of the case, if the client has more than one. */
function loggedApart(dialect: Dialect, logs: FrameLog[]): Dialect {
  return {
    ...dialect,
    accept(lane, handler, conversation) {
      const log = new FrameLog();
      logs.push(log);
      return tapped(dialect, log).accept(lane, handler, conversation);
    },
  };
}
