import { failure, isOurTimeout, thrown, told } from "./outcomes.ts";
import type { Steps } from "./step.ts";

export const requestResponseSteps = {
  async requestResponseBasic({ client }, { request }) {
    return { response: await client.requestResponseBasic({ req: request }) };
  },
  async requestResponseDeclaredException(stage, { request }) {
    const error = await failure(stage.client.requestResponseDeclaredException({ req: request }));
    return { userException: thrown(stage, error) };
  },
  async requestResponseUndeclaredException({ client }, { request }) {
    return { exceptionMessage: told(await failure(client.requestResponseUndeclaredException({ req: request }))) };
  },
  async requestResponseNoArgVoidResponse({ client }) {
    await client.requestResponseNoArgVoidResponse();
    return {};
  },
  async requestResponseTimeout({ client }, { request, timeoutMs }) {
    const answer = client.requestResponseTimeout({ req: request }, { timeoutMs: Number(timeoutMs) });
    return { timeoutException: isOurTimeout(await failure(answer)) };
  },
} satisfies Partial<Steps>;
