import { setTimeout as sleep } from "node:timers/promises";
import type { Message } from "../shapes.ts";
import { undeclared } from "../undeclared.ts";
import type { Answers, Named } from "./answer.ts";
import type { Scenario } from "./scenario.ts";

export function streamAnswers(scenario: Scenario): Answers<Named<"stream">> {
  return {
    streamBasic({ req: request }) {
      scenario.note("streamBasic", { request });
      return stream(scenario.instruction("streamBasic").streamPayloads);
    },
    streamChunkTimeout({ req: request }) {
      scenario.note("streamChunkTimeout", { request });
      const { streamPayloads, chunkTimeoutMs } = scenario.instruction("streamChunkTimeout");
      return stream(streamPayloads, () => sleep(Number(chunkTimeoutMs)));
    },
    streamInitialResponse({ req: request }) {
      scenario.note("streamInitialResponse", { request });
      const { initialResponse, streamPayloads } = scenario.instruction("streamInitialResponse");
      return { response: initialResponse, stream: stream(streamPayloads) };
    },
    streamCreditTimeout({ req: request }) {
      scenario.note("streamCreditTimeout", { request });
      return stream(scenario.instruction("streamCreditTimeout").streamPayloads);
    },
    streamDeclaredException({ req: request }) {
      scenario.note("streamDeclaredException", { request });
      const error = scenario.userException(scenario.instruction("streamDeclaredException").userException);
      return stream([], () => Promise.reject(error));
    },
    streamUndeclaredException({ req: request }) {
      scenario.note("streamUndeclaredException", { request });
      const error = undeclared(scenario.instruction("streamUndeclaredException").exceptionMessage);
      return stream([], () => Promise.reject(error));
    },
    streamInitialDeclaredException({ req: request }) {
      scenario.note("streamInitialDeclaredException", { request });
      throw scenario.userException(scenario.instruction("streamInitialDeclaredException").userException);
    },
    streamInitialUndeclaredException({ req: request }) {
      scenario.note("streamInitialUndeclaredException", { request });
      throw undeclared(scenario.instruction("streamInitialUndeclaredException").exceptionMessage);
    },
    async streamInitialTimeout({ req: request }) {
      scenario.note("streamInitialTimeout", { request });
      await sleep(Number(scenario.instruction("streamInitialTimeout").timeoutMs));
      return stream([]);
    },
  };
}

/** The items, then perhaps something else before the end. */
async function* stream(items: readonly Message[], atEnd?: () => Promise<void>): AsyncGenerator<Message> {
  yield* items;
  await atEnd?.();
}
