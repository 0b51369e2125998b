import { fileURLToPath } from "node:url";
import { listenOn, parseAddress } from "@seapink/addresses";
import { ApplicationError } from "@seapink/core";
import { loadIdl } from "@seapink/idl/node";
import { implement } from "@seapink/rpc";
import type { Ended } from "../command.ts";
import type { StandardOptions } from "../standard.ts";
import { callHere } from "./call-here.ts";

export const labIdl: string = fileURLToPath(new URL("lab.thrift", import.meta.url));
const program = await loadIdl(labIdl);

/** What has become of the server's objects, for tests that want to know: one line each. */
export interface Lab extends AsyncDisposable {
  /** `127.0.0.1:1234`, where every dialect is spoken. */
  readonly at: string;
  /** Resolves when it has been told so often. */
  heard(line: string, times?: number): Promise<void>;
  /** Says something that its objects wait for. */
  tell(line: string): void;
  /** How many items of streams up to this number it has made. */
  made(to: string): number;
}

class Heard {
  readonly #counts: Map<string, number> = new Map();
  #onTold = Promise.withResolvers<void>();

  tell(line: string): void {
    this.#counts.set(line, (this.#counts.get(line) ?? 0) + 1);
    this.#onTold.resolve();
    this.#onTold = Promise.withResolvers();
  }

  times(line: string): number {
    return this.#counts.get(line) ?? 0;
  }

  async until(line: string, times: number): Promise<void> {
    while (this.times(line) < times) await this.#onTold.promise;
  }
}

type Args = Readonly<Record<string, unknown>>;

interface Call {
  readonly items: AsyncIterable<unknown>;
  readonly headers: ReadonlyMap<string, string>;
  readonly signal: AbortSignal;
  setHeader(name: string, value: string): void;
}

const notFound = (key: string): Error => new (program.exception("NotFound"))({ key, id: 9_007_199_254_740_993n });
const broken = (count: number): Error => new (program.exception("Broken"))({ count });
const never = new Promise<never>(() => undefined);

async function* numbers(heard: Heard, to: unknown): AsyncGenerator<bigint> {
  try {
    for (let number = 1n; number <= (to as bigint); number++) {
      if (number === 3n && to === 3_003n) await heard.until("go on", 1);
      heard.tell(`made one of ${to as bigint}`);
      yield number;
      if (number === 3n && to === 3_003n) return;
      if (number === 3n && to === 1_003n) throw broken(3);
      if (number === 3n && to === 2_003n) throw new ApplicationError("overloaded", "no more\nof this");
    }
  } finally {
    heard.tell("stream ended");
  }
}

class Counter {
  #total: bigint;
  readonly #heard: Heard;

  constructor(start: unknown, heard: Heard) {
    this.#total = start as bigint;
    this.#heard = heard;
  }

  add({ number }: Args): bigint {
    if (number === 13n) throw broken(13);
    return (this.#total += number as bigint);
  }

  async *upTo({ last }: Args): AsyncGenerator<bigint> {
    while (this.#total < (last as bigint)) yield ++this.#total;
  }

  async addAll(_: Args, { items }: Call): Promise<bigint> {
    for await (const item of items) this.#total += item as bigint;
    return this.#total;
  }

  /** The IDL's own, which ends nothing. */
  close(): number {
    return 5;
  }

  onTermination(reason: string): void {
    this.#heard.tell(`counter ${this.#total} ended: ${reason}`);
    this.#heard.tell(`some counter ended: ${reason}`);
  }
}

const request = (name: string): object => ({ name, ids: [9_007_199_254_740_993n], color: 2 });

function unary(heard: Heard): object {
  return {
    ping: () => "pong",
    echo: ({ value }: Args) => value,
    next: ({ number }: Args) => (number as bigint) + 1n,
    idsOf: ({ req }: Args) => (req as Args)["ids"],
    find({ key }: Args) {
      if (key === "broken") throw broken(7);
      throw notFound(key as string);
    },
    nothing: () => undefined,
    shout: ({ text }: Args) => heard.tell(`shouted ${String(text)}`),
    headers(_: Args, context: Call) {
      context.setHeader("answered-by", "the lab\u001b");
      return [...context.headers].map(([name, value]) => `${name}=${value}`).join(" ");
    },
    fail({ text }: Args) {
      if (text === "inside") throw new Error("a secret");
      throw new ApplicationError(text === "late" ? "timed_out" : "not_found", "no such\u001b[2J thing");
    },
    async never(_: Args, { signal }: Call) {
      signal.addEventListener("abort", () => heard.tell("never was aborted"));
      heard.tell("never began");
      await never;
    },
  };
}

function streams(heard: Heard): object {
  return {
    count({ to }: Args) {
      if (to === 0n) throw notFound("nothing");
      return numbers(heard, to);
    },
    countWith: ({ to }: Args) => ({ response: request("first"), stream: numbers(heard, to) }),
    forever: () => numbers(heard, 2n ** 62n),
    async *doubled(_: Args, { items }: Call) {
      try {
        for await (const item of items) yield (item as bigint) * 2n;
      } finally {
        heard.tell("doubled ended");
      }
    },
  };
}

const sinks: object = {
  async sum({ start }: Args, { items }: Call) {
    let total = start as bigint;
    for await (const item of items) {
      if (item === 13n) throw broken(13);
      total += item as bigint;
    }
    return total;
  },
  join: ({ separator }: Args, { items }: Call) => ({ response: request("joined"), final: join(separator, items) }),
  async takeOne(_: Args, { items }: Call) {
    for await (const item of items) return item;
    return 0n;
  },
  async neverEnds(_: Args, { items }: Call) {
    for await (const item of items) void item;
    await never;
  },
};

async function join(separator: unknown, items: AsyncIterable<unknown>): Promise<string> {
  const names: unknown[] = [];
  for await (const item of items) names.push((item as Args)["name"]);
  return names.join(separator as string);
}

function interactions(heard: Heard): object {
  return {
    counter({ start }: Args) {
      if (start === 404n) throw notFound("counter");
      return new Counter(start, heard);
    },
    counterWith: ({ start }: Args) => [new Counter(start, heard), request("beside")],
    counterAnd: ({ start }: Args) => [new Counter(start, heard), numbers(heard, 2n)],
    createCounter: () => new Counter(1000n, heard),
  };
}

/** Serves one method of each kind. */
export async function serveLab(address = "any://127.0.0.1:0"): Promise<Lab> {
  const heard = new Heard();
  const implementation = { ...unary(heard), ...streams(heard), ...sinks, ...interactions(heard) };
  const handler = implement(program.service("Lab"), implementation);
  const server = await listenOn(parseAddress(address), handler, { service: "Lab", onError: () => undefined });
  return {
    at: server.address.replace(/^\w+:\/*/, "").replace(/\?.*/, ""),
    heard: (line, times = 1) => heard.until(line, times),
    tell: (line) => heard.tell(line),
    made: (to) => heard.times(`made one of ${to}`),
    [Symbol.asyncDispose]: () => server.close(),
  };
}

/** Runs `seapink call ADDRESS …` with the IDL of the lab, in this process. */
export function call(address: string, args: readonly string[], options?: StandardOptions): Promise<Ended> {
  return callHere([address, ...args, "--idl", labIdl], options);
}
