import type { Channel, Dialect } from "@seapink/core";
import { createClient } from "@seapink/rpc";
import { type BodyProtocol, clientFlow, conformanceLimits, rocketOf } from "./rocket-settings.ts";
import { perform } from "./steps/perform.ts";
import type { Suite } from "./suite.ts";

/** A client under test: asks for a case, does as it is told, and tells what it saw, on a connection of its own. */
export async function clientParticipant(
  { service, UserException }: Suite,
  protocol: BodyProtocol,
  connect: (dialect: Dialect) => Promise<Channel>,
): Promise<void> {
  const options = { limits: conformanceLimits };
  const first = await connect(rocketOf(protocol));
  const { clientInstruction } = await createClient(service, first, options).getTestCase();
  await first.close();
  if (clientInstruction === undefined) throw new Error("expected an instruction for a client, got none");
  await using channel = await connect(rocketOf(protocol, clientFlow(clientInstruction)));
  const client = createClient(service, channel, options);
  const result = await perform({ client, UserException }, clientInstruction);
  await client.sendTestResult({ result });
}
