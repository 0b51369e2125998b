import type { Message } from "../shapes.ts";
import { undeclared } from "../undeclared.ts";
import type { Answers, Named } from "./answer.ts";
import type { Scenario } from "./scenario.ts";
import { collect } from "./sink-answers.ts";

export function bidiAnswers(scenario: Scenario): Answers<Named<"bidi">> {
  return {
    bidiBasic({ req: request }, { items }) {
      const sinkPayloads: Message[] = [];
      scenario.note("bidiBasic", { request, sinkPayloads });
      return exchanged(scenario.instruction("bidiBasic").streamPayloads, () => collect(items, sinkPayloads));
    },
    bidiInitialResponse({ req: request }, { items }) {
      const sinkPayloads: Message[] = [];
      scenario.note("bidiInitialResponse", { request, sinkPayloads });
      const { initialResponse, streamPayloads } = scenario.instruction("bidiInitialResponse");
      return { response: initialResponse, stream: exchanged(streamPayloads, () => collect(items, sinkPayloads)) };
    },
    bidiStreamDeclaredException({ req: request }, { items }) {
      const sinkPayloads: Message[] = [];
      scenario.note("bidiStreamDeclaredException", { request, sinkPayloads });
      const { streamPayloads, userException } = scenario.instruction("bidiStreamDeclaredException");
      return exchanged(streamPayloads, async () => {
        await collect(items, sinkPayloads);
        throw scenario.userException(userException);
      });
    },
    bidiStreamUndeclaredException({ req: request }, { items }) {
      const sinkPayloads: Message[] = [];
      scenario.note("bidiStreamUndeclaredException", { request, sinkPayloads });
      const { streamPayloads, exceptionMessage } = scenario.instruction("bidiStreamUndeclaredException");
      return exchanged(streamPayloads, async () => {
        await collect(items, sinkPayloads);
        throw undeclared(exceptionMessage);
      });
    },
    bidiSinkDeclaredException({ req: request }, { items }) {
      const sinkPayloads: Message[] = [];
      scenario.note("bidiSinkDeclaredException", { request, sinkPayloads });
      return exchanged(scenario.instruction("bidiSinkDeclaredException").streamPayloads, async () => {
        try {
          await collect(items, sinkPayloads);
        } catch (error) {
          const userException = scenario.fieldsOf(error);
          if (userException !== undefined) scenario.add({ userException });
        }
      });
    },
    bidiSinkUndeclaredException({ req: request }, { items }) {
      const sinkPayloads: Message[] = [];
      scenario.note("bidiSinkUndeclaredException", { request, sinkPayloads });
      return exchanged(scenario.instruction("bidiSinkUndeclaredException").streamPayloads, async () => {
        try {
          await collect(items, sinkPayloads);
        } catch (error) {
          scenario.add({ exceptionMessage: (error as Error).message });
        }
      });
    },
    bidiMethodDeclaredException({ req: request }) {
      scenario.note("bidiMethodDeclaredException", { request });
      throw scenario.userException(scenario.instruction("bidiMethodDeclaredException").userException);
    },
    bidiMethodUndeclaredException({ req: request }) {
      scenario.note("bidiMethodUndeclaredException", { request });
      throw undeclared(scenario.instruction("bidiMethodUndeclaredException").exceptionMessage);
    },
  };
}

/** Sends everything, then takes what the client sends. */
async function* exchanged(items: readonly Message[], takeIn: () => Promise<void>): AsyncGenerator<Message> {
  yield* items;
  await takeIn();
}
