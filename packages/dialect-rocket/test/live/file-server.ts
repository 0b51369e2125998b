import {
  ApplicationError,
  type Call,
  type Interaction,
  type Items,
  noHeaders,
  type Payload,
  type Reply,
} from "@seapink/core";
import { bytes } from "@seapink/testing";
import { protocol, Source } from "../served.ts";

/** The bodies of the worked examples, as bytes. */
export const body: Readonly<Record<"nothing" | "five" | "info" | "ee" | "ee1" | "gone" | "abc" | "de", Uint8Array>> = {
  nothing: bytes("00"),
  five: bytes("06 00 0a 00"),
  info: bytes("0c 00 16 14 16 02 00 00"),
  ee: bytes("08 00 02 00ee 00"),
  ee1: bytes("08 00 02 01ee 00"),
  gone: bytes("1c 18 02 2f7a 00 00"),
  abc: bytes("08 00 03 616263 00"),
  de: bytes("08 00 02 6465 00"),
};

function payloadOf(body: Uint8Array, exception?: Payload["exception"]): Payload {
  return { headers: noHeaders, body, exception };
}

export function itemsOf(bodies: readonly Uint8Array[], then: "end" | "wait" = "end"): Items {
  const source = new Source(bodies.map(String), then);
  const next = async (): Promise<IteratorResult<Payload, void>> => {
    const body = bodies[source.taken];
    const result = await source.next();
    return body === undefined || result.done
      ? { done: true, value: undefined }
      : { done: false, value: payloadOf(body) };
  };
  return { [Symbol.asyncIterator]: () => ({ next, return: async () => ({ done: true, value: undefined }) }) };
}

/** The service of the worked examples, with the answers that they have; it remembers what it was asked. */
export class FileServer {
  readonly asked: Call[] = [];
  readonly interactions: Interaction[] = [];
  readonly written: Uint8Array[] = [];

  readonly handler = async (call: Call): Promise<Reply | undefined> => {
    this.asked.push(call);
    if (call.interaction?.create === true) this.interactions.push(call.interaction.of);
    const { body: answer, items, exception } = await this.#answer(call);
    return { ...payloadOf(answer, exception), protocol, items };
  };

  async #answer({
    method,
    items,
  }: Call): Promise<{ body: Uint8Array; items?: Items; exception?: Payload["exception"] }> {
    switch (method) {
      case "open":
        return { body: body.nothing };
      case "stat":
        return { body: body.info };
      case "FileAccess.seek":
        return { body: body.five };
      case "FileAccess.read":
        return { body: body.nothing, items: itemsOf([body.ee, body.ee1]) };
      case "FileAccess.write":
        return { body: body.nothing, items: this.#final(items) };
      case "gone":
        return { body: body.gone, exception: { name: "NoSuchFile", message: "gone" } };
      case "boom":
        throw new ApplicationError("unknown", "boom", { details: { name: "Error" } });
      default:
        throw new ApplicationError("unknown_method", `no such method: ${method}`);
    }
  }

  async *#final(items: Items | undefined): AsyncGenerator<Payload, undefined> {
    for await (const item of items ?? []) if (item.body instanceof Uint8Array) this.written.push(item.body);
    yield payloadOf(body.five);
    return undefined;
  }
}
