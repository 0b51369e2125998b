import { undeclared } from "../undeclared.ts";
import { failure, inOrder, take, thrown, told } from "./outcomes.ts";
import { Source } from "./source.ts";
import type { Steps } from "./step.ts";

export const bidiSteps = {
  async bidiBasic({ client }, { request, sinkPayloads }) {
    const stream = await client.bidiBasic({ req: request }, { items: sinkPayloads });
    return { streamPayloads: inOrder(await take(stream)) };
  },
  async bidiInitialResponse({ client }, { request, sinkPayloads }) {
    const { response, stream } = await client.bidiInitialResponse({ req: request }, { items: sinkPayloads });
    return { initialResponse: response, streamPayloads: inOrder(await take(stream)) };
  },
  async bidiStreamDeclaredException(stage, { request, sinkPayloads }) {
    const stream = await stage.client.bidiStreamDeclaredException({ req: request }, { items: sinkPayloads });
    const { items, error } = await take(stream);
    return { streamPayloads: items, userException: thrown(stage, error) };
  },
  async bidiStreamUndeclaredException({ client }, { request, sinkPayloads }) {
    const stream = await client.bidiStreamUndeclaredException({ req: request }, { items: sinkPayloads });
    const { items, error } = await take(stream);
    return { streamPayloads: items, exceptionMessage: told(error) };
  },
  async bidiSinkDeclaredException(stage, { request, sinkPayloads, userException = { msg: "" } }) {
    const items = new Source(sinkPayloads, { error: new stage.UserException(userException) });
    const stream = await stage.client.bidiSinkDeclaredException({ req: request }, { items });
    return { streamPayloads: inOrder(await take(stream)), sinkThrew: items.hasThrown };
  },
  async bidiSinkUndeclaredException({ client }, { request, sinkPayloads, exceptionMessage = "" }) {
    const items = new Source(sinkPayloads, { error: undeclared(exceptionMessage) });
    const stream = await client.bidiSinkUndeclaredException({ req: request }, { items });
    return { streamPayloads: inOrder(await take(stream)), sinkThrew: items.hasThrown };
  },
  async bidiMethodDeclaredException(stage, { request }) {
    const error = await failure(stage.client.bidiMethodDeclaredException({ req: request }, { items: [] }));
    return { userException: thrown(stage, error) };
  },
  async bidiMethodUndeclaredException({ client }, { request }) {
    const error = await failure(client.bidiMethodUndeclaredException({ req: request }, { items: [] }));
    return { exceptionMessage: told(error) };
  },
} satisfies Partial<Steps>;
