import type { InteractionClient } from "@seapink/rpc";
import { type Method, type StructType, successOf } from "@seapink/schema";

/** What a method answers, whatever its kind. */
export interface AnswerParts {
  /** The handle of the interaction that the call has created. */
  readonly created: InteractionClient | undefined;
  /** The result, or what comes before items; `undefined` where it is void. */
  readonly response: unknown;
  /** What the server streams. */
  readonly stream: AsyncIterable<unknown> | undefined;
  /** What ends a sink: a promise, but where nothing came before. */
  readonly final: unknown;
}

/** Takes apart what a client without types gives, whose shape depends on the method. */
export function answerParts(method: Method, answer: unknown): AnswerParts {
  const { kind, creates, result, streamItem, finalResponse } = method;
  const isAlone = creates === undefined || (kind === "call" && successOf(result) === undefined);
  const [created, rest] = isAlone ? [answer, answer] : (answer as [unknown, unknown]);
  const { response, behind } = kind === "call" ? { response: rest, behind: undefined } : beside(result, rest);
  return {
    created: creates && (created as InteractionClient),
    response: successOf(result) && response,
    stream: streamItem && (behind as AsyncIterable<unknown>),
    final: finalResponse && behind,
  };
}

interface Beside {
  readonly response: unknown;
  readonly behind: unknown;
}

/** The response, and the items or the final response that come after it: alone where the first one is void. */
function beside(result: StructType, answer: unknown): Beside {
  if (successOf(result) === undefined) return { response: undefined, behind: answer };
  const both = answer as { readonly response: unknown; readonly stream?: unknown; readonly final?: unknown };
  return { response: both.response, behind: both.stream ?? both.final };
}
