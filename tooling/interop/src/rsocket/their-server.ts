import type { Server as NetServer } from "node:net";
import type { RSocket, RSocketServer, SetupPayload } from "rsocket-core";
import { library } from "./library.ts";
import { Received } from "./received.ts";
import { itemMetadata, methodOf, responseMetadata, textBytes, textOf } from "./words.ts";

/** What is sent in many fragments. */
export const long: string = "0123456789".repeat(5000);

/** What their server has seen. */
export class Seen {
  setup: SetupPayload | undefined;
  readonly texts: string[] = [];
  /** What our client sends over a channel, and how it asks for items. */
  readonly received = new Received();
  sent = 0;
  closed: Promise<void> = Promise.resolve();
}

/** The library's server, which answers whoever comes. */
export function theirServer(listening: NetServer, seen: Seen): RSocketServer {
  const listenOptions = { host: "127.0.0.1", port: 0 };
  return new library.RSocketServer({
    transport: new library.TcpServerTransport({ listenOptions, socketCreator: () => listening }),
    acceptor: {
      async accept(setup, client) {
        seen.setup = setup;
        seen.closed = new Promise((resolve) => client.onClose(() => resolve()));
        // It has no way to push the answer to SETUP; our client does without.
        // Behind this turn it takes requests.
        setImmediate(() => seen.received.request(0));
        return responder(seen);
      },
    },
  });
}

function answer(text: string): { readonly metadata: Buffer; readonly data: Buffer } {
  return { metadata: responseMetadata, data: textBytes(0, text) };
}

function item(text: string): { readonly metadata: Buffer; readonly data: Buffer } {
  return { metadata: itemMetadata, data: textBytes(0, text) };
}

function responder(seen: Seen): Partial<RSocket> {
  const { received } = seen;
  return {
    requestResponse(payload, stream) {
      const text = textOf(1, payload.data);
      seen.texts.push(text);
      if (methodOf(payload.metadata) === "echo") stream.onNext(answer(text), true);
      else if (methodOf(payload.metadata) === "fail")
        stream.onError(new library.RSocketError(0x201, "no such function: fail"));
      return { cancel: () => received.cancel(), onExtension: () => undefined };
    },
    fireAndForget(payload) {
      seen.texts.push(textOf(1, payload.data));
      return { cancel: () => undefined };
    },
    requestStream(payload, initialN, stream) {
      const isLong = textOf(1, payload.data) === "long";
      const send = (n: number): void => {
        received.request(n);
        for (let i = 0; i < n; i++) {
          const text = isLong ? long : String(seen.sent);
          stream.onNext(seen.sent++ === 0 ? answer("first") : item(text), false);
        }
      };
      send(initialN);
      return { request: send, cancel: () => received.cancel(), onExtension: () => undefined };
    },
    requestChannel(_, initialN, __, stream) {
      received.asked = initialN;
      stream.onNext(answer("first"), false);
      stream.request(2);
      return Object.assign(received, {
        onNext(payload: { readonly data: Buffer | null | undefined }, isComplete: boolean) {
          Received.prototype.onNext.call(received, payload, isComplete);
          stream.request(1);
        },
        onComplete() {
          Received.prototype.onComplete.call(received);
          stream.onNext(item(received.payloads.map(({ data }) => textOf(0, data)).join()), true);
        },
      });
    },
  };
}
