import { type Body, type Call, type Items, noHeaders, type Payload, type Protocol, type Reply } from "@seapink/core";
import { readTextStruct, textStruct } from "./text-struct.ts";

/** A call of `method` with this text as its argument. */
export function callOf(method: string, text: string = method, changes: Partial<Call> = {}): Call {
  return {
    service: undefined,
    method,
    kind: "call",
    protocol: undefined,
    headers: noHeaders,
    body: textStruct(1, text),
    items: undefined,
    interaction: undefined,
    deadline: undefined,
    signal: undefined,
    scope: undefined,
    identity: undefined,
    ...changes,
  };
}

/** An answer with this text as its success. */
export function replyOf(text: string, changes: Partial<Reply> = {}): Reply {
  return { ...payloadOf(textStruct(0, text)), protocol: undefined, items: undefined, ...changes };
}

/** A declared exception, as the result with id 1. */
export function exceptionOf(text: string): Reply {
  const exception = { name: "Oops", message: text };
  return { ...replyOf(text), body: textStruct(1, text), exception };
}

/** One item with this text. */
export function itemOf(text: string): Payload {
  return payloadOf(textStruct(0, text));
}

export function payloadOf(body: Body): Payload {
  return { headers: noHeaders, body, exception: undefined };
}

/** The text of an answer, `0 hello`, or of a declared exception, `1 oops`. */
export function textOf(reply: Reply | undefined): string {
  if (reply === undefined) throw new TypeError("expected an answer, got none");
  return readTextStruct(reply.body, reply.protocol);
}

/** The texts of items, to their end. */
export async function textsOf(items: Items | undefined, protocol: Protocol | undefined): Promise<string[]> {
  if (items === undefined) throw new TypeError("expected items, got none");
  const texts: string[] = [];
  for await (const item of items) texts.push(readTextStruct(item.body, protocol));
  return texts;
}
