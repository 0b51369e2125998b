import { ApplicationError, type Call, type Items, noHeaders, type Payload, type Reply } from "@seapink/core";
import { rocket } from "@seapink/dialect-rocket";
import { listen, type Server } from "@seapink/transport-tcp";
import { protocol, textBytes, textOf } from "./words.ts";

/** Small, so that whatever is long goes in fragments. */
export const maxFrameBytes = 1500;

/** Our server, and what it has seen. */
export class OurServer {
  readonly server: Server;
  readonly notes: string[] = [];
  /** Resolves when a stream that nobody wants any more has been let go. */
  readonly returned: Promise<void>;

  private constructor(server: Server, seen: Pick<OurServer, "notes" | "returned">) {
    this.server = server;
    this.notes = seen.notes;
    this.returned = seen.returned;
  }

  static async start(): Promise<OurServer> {
    const notes: string[] = [];
    const { promise: returned, resolve } = Promise.withResolvers<void>();
    const handler = (call: Call): Promise<Reply | undefined> => answer(call, notes, resolve);
    const dialects = [rocket({ protocols: [protocol] })];
    const limits = { maxFrameBytes, drainTimeoutMs: 100 };
    const server = await listen(handler, { port: 0, dialects, limits, onError: () => undefined });
    return new OurServer(server, { notes, returned });
  }
}

async function answer(call: Call, notes: string[], onReturned: () => void): Promise<Reply | undefined> {
  const text = textOf(1, call.body instanceof Uint8Array ? call.body : undefined);
  switch (call.method) {
    case "echo":
      return reply(text);
    case "note":
      notes.push(text);
      return undefined;
    case "count":
      return reply(text, endlessly(onReturned));
    case "once":
      return reply(text, one(text));
    case "gather":
      return reply(text, gathered(call.items));
    case "reflect":
      return reply(text, call.items);
    default:
      throw new ApplicationError("unknown_method", `no such method: ${call.method}`);
  }
}

function reply(text: string, items?: Items): Reply {
  return { ...payload(text), protocol, items };
}

function payload(text: string): Payload {
  return { headers: noHeaders, body: textBytes(0, text), exception: undefined };
}

async function* endlessly(onReturned: () => void): AsyncGenerator<Payload, undefined> {
  try {
    for (let i = 0; ; i++) yield payload(String(i));
  } finally {
    onReturned();
  }
}

async function* one(text: string): AsyncGenerator<Payload, undefined> {
  yield payload(text);
  return undefined;
}

async function* gathered(items: Items | undefined): AsyncGenerator<Payload, undefined> {
  const texts: string[] = [];
  for await (const { body } of items ?? []) texts.push(textOf(0, body instanceof Uint8Array ? body : undefined));
  yield payload(texts.join());
  return undefined;
}
