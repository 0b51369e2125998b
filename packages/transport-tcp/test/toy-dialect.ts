import {
  type Call,
  type Channel,
  type Conversation,
  type Dialect,
  type Handler,
  type Lane,
  type LaneListener,
  noHeaders,
  type Reply,
  type ThriftError,
  TransportError,
} from "@seapink/core";

/**
 * A dialect of lines, each of which begins with a word that tells the dialect: `echo hello`. A call is a line, and the
 * answer to it is the next line that comes back.
 */
export function lines(word: string, alpn: string = word): Dialect {
  return {
    name: word,
    alpn: [alpn],
    connect: (lane, conversation) => Promise.resolve(new LineChannel(word, lane, undefined, conversation)),
    accept: (lane, handler, conversation) => new LineChannel(word, lane, handler, conversation),
    detect: (first) => {
      const text = new TextDecoder().decode(first.subarray(0, word.length + 1));
      if (!`${word} `.startsWith(text)) return "no";
      return text.length > word.length ? "yes" : "more";
    },
  };
}

class LineChannel implements Channel, LaneListener {
  readonly #word: string;
  readonly #lane: Lane;
  readonly #handler: Handler | undefined;
  readonly #conversation: Conversation;
  readonly #closing = new AbortController();
  readonly #ended: Promise<void>;
  #onEnded: () => void = () => undefined;
  #text = "";
  #running = 0;
  #pending: PromiseWithResolvers<Reply>[] = [];

  constructor(word: string, lane: Lane, handler: Handler | undefined, conversation: Conversation) {
    this.#word = word;
    this.#lane = lane;
    this.#handler = handler;
    this.#conversation = conversation;
    this.#ended = new Promise((resolve) => (this.#onEnded = resolve));
    lane.listen(this);
  }

  get closing(): AbortSignal {
    return this.#closing.signal;
  }

  readonly handle: Handler = (call) => {
    if (this.#closing.signal.aborted) return Promise.reject(this.#closing.signal.reason);
    const pending = Promise.withResolvers<Reply>();
    this.#pending.push(pending);
    this.#write(call.method);
    return pending.promise;
  };

  #write(text: string): void {
    this.#lane.out.raw(new TextEncoder().encode(`${this.#word} ${text}\n`));
    this.#lane.commit();
  }

  data(bytes: Uint8Array): void {
    const all = (this.#text + new TextDecoder("latin1").decode(bytes)).split("\n");
    this.#text = all.pop() ?? "";
    for (const line of all) this.#receive(line);
  }

  #receive(line: string): void {
    if (!line.startsWith(`${this.#word} `)) return this.#lane.close(new TransportError("corrupt", `got ${line}`));
    const text = line.slice(this.#word.length + 1);
    if (this.#handler === undefined) this.#pending.shift()?.resolve(reply(text));
    else void this.#run(this.#handler, text);
  }

  async #run(handler: Handler, method: string): Promise<void> {
    this.#running++;
    try {
      const answer = await handler(callOf(method));
      if (answer?.body instanceof Uint8Array) this.#write(new TextDecoder().decode(answer.body));
    } catch (error) {
      this.#conversation.onError(error, undefined);
    }
    this.#running--;
    if (this.#closing.signal.aborted) this.#closeWhenIdle();
  }

  #closeWhenIdle(): void {
    if (this.#running === 0 && this.#pending.length === 0) this.#lane.close();
  }

  drained(): void {}

  end(error: ThriftError | undefined): void {
    if (error !== undefined) this.#conversation.onError(error, undefined);
    this.#closing.abort(error ?? new TransportError("closed", "the peer ended"));
    for (const { reject } of this.#pending.splice(0)) reject(new TransportError("closed", "lost", { cause: error }));
    this.#closeWhenIdle();
    this.#onEnded();
  }

  close(reason?: unknown): Promise<void> {
    this.#closing.abort(new TransportError("not_open", "closing"));
    if (reason === undefined) this.#closeWhenIdle();
    else this.#lane.close(new TransportError("closed", "closed with a reason", { cause: reason }));
    return this.#ended;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}

export function callOf(method: string): Call {
  return {
    service: undefined,
    method,
    kind: "call",
    protocol: undefined,
    headers: noHeaders,
    body: new Uint8Array(0),
    items: undefined,
    interaction: undefined,
    deadline: undefined,
    signal: undefined,
    scope: undefined,
    identity: undefined,
  };
}

export function reply(text: string): Reply {
  return {
    headers: noHeaders,
    body: new TextEncoder().encode(text),
    exception: undefined,
    protocol: undefined,
    items: undefined,
  };
}

/** Calls a method, which is all that a line has room for, and returns the answer's text. */
export async function ask(channel: Channel, method: string): Promise<string> {
  const answer = await channel.handle(callOf(method));
  return new TextDecoder().decode(answer?.body as Uint8Array);
}

/** Answers each call with its own name. */
export const echo: Handler = (call) => Promise.resolve(reply(call.method));
