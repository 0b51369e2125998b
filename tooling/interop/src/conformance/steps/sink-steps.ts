import { undeclared } from "../undeclared.ts";
import { failure, isTheirTimeout, thrown } from "./outcomes.ts";
import { Source } from "./source.ts";
import type { Steps } from "./step.ts";

export const sinkSteps = {
  async sinkBasic({ client }, { request, sinkPayloads }) {
    return { finalResponse: await client.sinkBasic({ req: request }, { items: sinkPayloads }) };
  },
  async sinkChunkTimeout({ client }, { request, sinkPayloads, chunkTimeoutMs }) {
    const items = new Source(sinkPayloads, { pauseMs: Number(chunkTimeoutMs) });
    const error = await failure(client.sinkChunkTimeout({ req: request }, { items }));
    return { chunkTimeoutException: isTheirTimeout(error) };
  },
  async sinkInitialResponse({ client }, { request, sinkPayloads }) {
    const { response, final } = await client.sinkInitialResponse({ req: request }, { items: sinkPayloads });
    return { initialResponse: response, finalResponse: await final };
  },
  async sinkDeclaredException({ client, UserException }, { request, userException = { msg: "" } }) {
    const items = new Source([], { error: new UserException(userException) });
    await failure(client.sinkDeclaredException({ req: request }, { items }));
    return { sinkThrew: items.hasThrown };
  },
  async sinkUndeclaredException({ client }, { request, exceptionMessage = "" }) {
    const items = new Source([], { error: undeclared(exceptionMessage) });
    await failure(client.sinkUndeclaredException({ req: request }, { items }));
    return { sinkThrew: items.hasThrown };
  },
  async sinkInitialDeclaredException(stage, { request }) {
    const error = await failure(stage.client.sinkInitialDeclaredException({ req: request }, { items: [] }));
    return { sinkThrew: thrown(stage, error).msg !== "" };
  },
  async sinkServerDeclaredException(stage, { request }) {
    const error = await failure(stage.client.sinkServerDeclaredException({ req: request }, { items: [] }));
    return { sinkThrew: thrown(stage, error).msg !== "" };
  },
} satisfies Partial<Steps>;
