import { setTimeout as sleep } from "node:timers/promises";
import { failure, inOrder, isOurTimeout, isTheirTimeout, take, thrown, told } from "./outcomes.ts";
import type { Steps } from "./step.ts";

export const streamSteps = {
  async streamBasic({ client }, { request }) {
    return { streamPayloads: inOrder(await take(await client.streamBasic({ req: request }))) };
  },
  async streamChunkTimeout({ client }, { request }) {
    const { items, error } = await take(await client.streamChunkTimeout({ req: request }));
    return { streamPayloads: items, chunkTimeoutException: isOurTimeout(error) };
  },
  async streamInitialResponse({ client }, { request }) {
    const { response, stream } = await client.streamInitialResponse({ req: request });
    return { initialResponse: response, streamPayloads: inOrder(await take(stream)) };
  },
  // After the first item it takes none for so long that the server gives it up; what came before that may follow.
  async streamCreditTimeout({ client }, { request, creditTimeoutMs }) {
    const stream = (await client.streamCreditTimeout({ req: request }))[Symbol.asyncIterator]();
    await stream.next();
    await sleep(Number(creditTimeoutMs));
    const { error } = await take({ [Symbol.asyncIterator]: () => stream });
    return { creditTimeoutException: isTheirTimeout(error) };
  },
  async streamDeclaredException(stage, { request }) {
    const { error } = await take(await stage.client.streamDeclaredException({ req: request }));
    return { userException: thrown(stage, error) };
  },
  async streamUndeclaredException({ client }, { request }) {
    const { error } = await take(await client.streamUndeclaredException({ req: request }));
    return { exceptionMessage: told(error) };
  },
  async streamInitialDeclaredException(stage, { request }) {
    const error = await failure(stage.client.streamInitialDeclaredException({ req: request }));
    return { userException: thrown(stage, error) };
  },
  async streamInitialUndeclaredException({ client }, { request }) {
    return { exceptionMessage: told(await failure(client.streamInitialUndeclaredException({ req: request }))) };
  },
  async streamInitialTimeout({ client }, { request, timeoutMs }) {
    const stream = client.streamInitialTimeout({ req: request }, { timeoutMs: Number(timeoutMs) });
    return { timeoutException: isOurTimeout(await failure(stream)) };
  },
} satisfies Partial<Steps>;
