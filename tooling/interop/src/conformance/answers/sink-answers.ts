import { isThriftError } from "@seapink/core";
import type { Message } from "../shapes.ts";
import { undeclared } from "../undeclared.ts";
import type { Answers, Named } from "./answer.ts";
import type { Scenario } from "./scenario.ts";

export function sinkAnswers(scenario: Scenario): Answers<Named<"sink">> {
  return {
    async sinkBasic({ req: request }, { items }) {
      const sinkPayloads: Message[] = [];
      scenario.note("sinkBasic", { request, sinkPayloads });
      await collect(items, sinkPayloads);
      return scenario.instruction("sinkBasic").finalResponse;
    },
    async sinkChunkTimeout({ req: request }, { items }) {
      const sinkPayloads: Message[] = [];
      scenario.note("sinkChunkTimeout", { request, sinkPayloads, chunkTimeoutException: false });
      const error = await scenario.watch(endOf(items, sinkPayloads));
      if (isThriftError(error) && error.code === "timed_out") scenario.add({ chunkTimeoutException: true });
      return scenario.instruction("sinkChunkTimeout").finalResponse;
    },
    sinkInitialResponse({ req: request }, { items }) {
      const sinkPayloads: Message[] = [];
      scenario.note("sinkInitialResponse", { request, sinkPayloads });
      const { initialResponse, finalResponse } = scenario.instruction("sinkInitialResponse");
      return { response: initialResponse, final: collect(items, sinkPayloads).then(() => finalResponse) };
    },
    async sinkDeclaredException({ req: request }, { items }) {
      scenario.note("sinkDeclaredException", { request });
      const error = await scenario.watch(endOf(items, []));
      const userException = scenario.fieldsOf(error);
      if (userException !== undefined) scenario.add({ userException });
      throw error;
    },
    async sinkUndeclaredException({ req: request }, { items }) {
      scenario.note("sinkUndeclaredException", { request });
      const error = await scenario.watch(endOf(items, []));
      scenario.add({ exceptionMessage: error.message });
      throw error;
    },
    // Not async: only what is thrown at once comes before the items.
    sinkInitialDeclaredException({ req: request }) {
      scenario.note("sinkInitialDeclaredException", { request });
      throw scenario.userException(scenario.instruction("sinkInitialDeclaredException").userException);
    },
    async sinkServerDeclaredException({ req: request }, { items }) {
      scenario.note("sinkServerDeclaredException", { request });
      await collect(items, []);
      throw scenario.userException(scenario.instruction("sinkServerDeclaredException").userException);
    },
  };
}

/** Takes the items into a list that others see grow. */
export async function collect(items: AsyncIterable<Message>, into: Message[]): Promise<void> {
  for await (const item of items) into.push(item);
}

/** What the items end in, which is an error. */
async function endOf(items: AsyncIterable<Message>, into: Message[]): Promise<Error> {
  try {
    await collect(items, into);
  } catch (error) {
    return error as Error;
  }
  return undeclared("the items ended in order");
}
