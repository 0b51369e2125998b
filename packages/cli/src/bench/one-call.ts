import type { Channel } from "@seapink/core";
import { type CallOptions, createClient } from "@seapink/rpc";
import { answerParts } from "../calling/answer-parts.ts";
import { declaredField } from "../declared-field.ts";
import type { FoundMethod } from "../method-of.ts";
import { UsageError } from "../usage-error.ts";

/** @throws UsageError for a method whose calls have no end that could be timed, or need more than arguments */
export function checkBenchable({ service, method: { name, kind, creates } }: FoundMethod): void {
  const what = creates === undefined ? kind : "call that creates an interaction";
  if (what === "call" || what === "stream") return;
  throw new UsageError(
    `METHOD: expected one that answers with a result or a stream, got the ${what} ${service.name}.${name}`,
  );
}

/** What one call came to: an error that nobody declares is thrown. */
export interface OneAnswer {
  /** How many were streamed. */
  readonly items: number;
  /** The name of a declared exception. */
  readonly exception?: string | undefined;
}

export type OneCall = () => Promise<OneAnswer>;

/** The call that is made again and again, by a client: its arguments are written each time, and its answer is read. */
export function oneCall(
  channel: Channel,
  { service, method }: FoundMethod,
  args: object,
  options: CallOptions,
): OneCall {
  const client = createClient(service, channel);
  return async () => {
    try {
      const answer: unknown = await client[method.name]?.(args as Readonly<Record<string, unknown>>, options);
      if (method.kind !== "stream") return noItems;
      return { items: await countOf(answerParts(method, answer).stream ?? []) };
    } catch (error) {
      const exception = declaredField(error, method.result, method.streamItem);
      if (exception === undefined) throw error;
      return { items: 0, exception: exception.type.name };
    }
  };
}

const noItems: OneAnswer = { items: 0 };

async function countOf(stream: AsyncIterable<unknown> | Iterable<unknown>): Promise<number> {
  let count = 0;
  for await (const _ of stream) count++;
  return count;
}
