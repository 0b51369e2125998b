import type { Channel, Dialect } from "@seapink/core";
import { createClient } from "@seapink/rpc";
import type { Result } from "../result.ts";
import type { ConformanceCase } from "./cases/conformance-case.ts";
import { type BodyProtocol, clientFlow, conformanceLimits, rocketOf } from "./rocket-settings.ts";
import { perform } from "./steps/perform.ts";
import type { Suite } from "./suite.ts";
import { judged } from "./verdict.ts";
import { FrameLog } from "./wire/frame-log.ts";
import { tapped } from "./wire/tapped.ts";

/** How to reach a server under test. */
export interface ServerUnderTest {
  readonly suite: Suite;
  readonly protocol: BodyProtocol;
  /** Whether it is told the whole case, as fbthrift's runner does, or only its part, which is much less to send. */
  readonly isToldAll: boolean;
  readonly connect: (dialect: Dialect) => Promise<Channel>;
}

/** Longer than the longest case takes. */
const timeoutMs = 60_000;

/**
 * Tells a server a case, plays the client of it, and asks what the server has seen. The case has a connection of its
 * own, since how many items are under way, and how long they may take, is a matter of connections.
 */
export function tryServer(server: ServerUnderTest, tried: ConformanceCase): Promise<Result> {
  const { suite, protocol, isToldAll } = server;
  const { clientInstruction, serverInstruction } = tried.testCase;
  const testCase = isToldAll ? tried.testCase : { serverInstruction };
  const log = new FrameLog();
  return judged(tried, async () => {
    await using first = await server.connect(rocketOf(protocol));
    const options = { limits: conformanceLimits, timeoutMs };
    await createClient(suite.service, first, options).sendTestCase({ testCase });
    await using channel = await server.connect(tapped(rocketOf(protocol, clientFlow(clientInstruction)), log));
    const client = createClient(suite.service, channel, options);
    const clientResult = await perform({ client, UserException: suite.UserException }, clientInstruction);
    return { client: clientResult, server: await client.getTestResult(), log };
  });
}
