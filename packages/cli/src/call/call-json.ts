import type { CallOptions, InteractionClient, LooseClient } from "@seapink/rpc";
import { type Method, type StructType, successOf } from "@seapink/schema";
import { toJson } from "@seapink/schema/json";
import { answerParts } from "../calling/answer-parts.ts";
import { mapped } from "../mapped.ts";
import { declared } from "./declared-error.ts";
import { type SentItems, sentItems } from "./sent-items.ts";

export interface CallJsonOptions extends CallOptions {
  /** For methods that take items: each as JSON. */
  readonly items?: AsyncIterable<string> | undefined;
}

/**
 * What a method answers, as JSON. A declared exception is thrown as a `DeclaredError`, wherever it comes; and an error
 * of the items that are sent, before any other.
 */
export interface JsonAnswer {
  /** The handle of the interaction that the call has created. */
  readonly created: InteractionClient | undefined;
  /** The result, or what comes before items; `undefined` where there is none. */
  readonly response: string | undefined;
  /** What the server streams. Leaving the loop cancels. */
  readonly items: AsyncIterable<string> | undefined;
  /** What ends a sink. */
  readonly final: Promise<string | undefined> | undefined;
}

/**
 * Calls a method of a client, or of an interaction's handle, of which only the description is known.
 * @param args by name, as `argumentsOf` reads them
 */
export async function callJson(
  client: LooseClient,
  method: Method,
  args: object,
  { items, ...options }: CallJsonOptions = {},
): Promise<JsonAnswer> {
  const call = client[method.name];
  if (call === undefined) throw new TypeError(`expected a client with the method ${method.name}, got one without`);
  const sent = items && sentItems(method, items);
  try {
    const given = sent === undefined ? options : { ...options, items: sent.values };
    return answerOf(method, await call(args as Readonly<Record<string, unknown>>, given), sent);
  } catch (error) {
    if (sent?.failure !== undefined) throw sent.failure.error;
    // A sink without a first response answers with its last one only.
    throw declared(error, method.result, method.finalResponse);
  }
}

function answerOf(method: Method, answer: unknown, sent: SentItems | undefined): JsonAnswer {
  const { result, streamItem, finalResponse } = method;
  const { created, response, stream, final } = answerParts(method, answer);
  return {
    created,
    response: textOf(result, response),
    items: streamItem && stream && itemTexts(streamItem, stream, sent),
    final: finalResponse && finalText(finalResponse, final),
  };
}

function textOf(result: StructType, value: unknown): string | undefined {
  const success = successOf(result);
  return success && toJson(success.type, value);
}

function itemTexts(
  item: StructType,
  values: AsyncIterable<unknown>,
  sent: SentItems | undefined,
): AsyncIterable<string> {
  return mapped(values, {
    change: (value) => textOf(item, value) ?? "",
    told: (error) => (sent?.failure === undefined ? declared(error, item) : sent.failure.error),
    // A server may end its half in order although ours broke off.
    onEnd() {
      if (sent?.failure !== undefined) throw sent.failure.error;
    },
  });
}

function finalText(final: StructType, value: unknown): Promise<string | undefined> {
  const text = Promise.resolve(value).then(
    (settled) => textOf(final, settled),
    (error: unknown) => Promise.reject(declared(error, final)),
  );
  // Whoever does not await it yet must not be surprised by an unhandled rejection.
  text.catch(() => undefined);
  return text;
}
