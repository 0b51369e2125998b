import { ApplicationError, type Handler } from "@seapink/core";
import { type Client, type Context, implement, type ImplementOptions, serve } from "@seapink/rpc";
import { Clock, Lab, type LabMethods, NotFoundError } from "./lab.ts";

/** What happened on the server, in order. Tests wait for lines rather than sleep. */
export class Journal {
  readonly lines: string[] = [];
  #waiting: { readonly line: string | RegExp; readonly resolve: () => void }[] = [];

  write(line: string): void {
    this.lines.push(line);
    for (const waiting of this.#waiting.filter((w) => isLine(w.line, line))) waiting.resolve();
  }

  async saw(line: string | RegExp): Promise<void> {
    if (this.lines.some((written) => isLine(line, written))) return;
    await new Promise<void>((resolve) => this.#waiting.push({ line, resolve }));
  }
}

function isLine(expected: string | RegExp, line: string): boolean {
  return typeof expected === "string" ? expected === line : expected.test(line);
}

/** Calls of `hold` wait here until a test lets them go. */
export class Gate {
  readonly #keys: Map<string, { readonly opened: Promise<void>; readonly open: () => void }> = new Map();

  at(key: string): { readonly opened: Promise<void>; readonly open: () => void } {
    let gate = this.#keys.get(key);
    if (gate === undefined) {
      const { promise, resolve } = Promise.withResolvers<void>();
      this.#keys.set(key, (gate = { opened: promise, open: resolve }));
    }
    return gate;
  }
}

export interface LabServer {
  readonly handler: Handler;
  readonly journal: Journal;
  readonly gate: Gate;
  /** Where `relay` sends its calls. */
  next: Client<LabMethods> | undefined;
}

/** Serves `Lab` and `Clock`. */
export function labServer(options: ImplementOptions = {}): LabServer {
  const journal = new Journal();
  const gate = new Gate();
  const server: { next: LabServer["next"] } = { next: undefined };
  const file = (path: string): object => new OpenFile(path, journal);
  const lab = implement(
    Lab,
    {
      echo: ({ text, tags }) => [text, ...(tags ?? [])].join(" "),
      async find({ key }) {
        if (key === "missing") throw new NotFoundError({ key });
        return `value of ${key}`;
      },
      ping: () => undefined,
      fail({ how }) {
        if (how === "details") throw refusal();
        if (how === "nothing") return undefined as unknown as string;
        if (how === "misfit") return 5 as unknown as string;
        throw new Error("a secret of the server");
      },
      async hold({ key }, context) {
        journal.write(`hold ${key}`);
        await Promise.race([gate.at(key).opened, aborted(context, () => journal.write(`aborted ${key}`))]);
        return `held ${key}`;
      },
      relay: ({ key }, context) => (server.next as Client<LabMethods>).hold({ key }, { parent: context }),
      note: ({ text }) => journal.write(`note ${text}`),
      async *count({ to, thenThrow }) {
        try {
          for (let i = 1; i <= to; i++) yield i;
          if (thenThrow) throw new NotFoundError({ key: "the end" });
        } finally {
          journal.write("count ended");
        }
      },
      async tail({ key }) {
        if (key === "missing") throw new NotFoundError({ key });
        return { response: { size: 3n, name: key }, stream: lines(key) };
      },
      sum({ name }, context) {
        const final = sumOf(context.items);
        final.catch(() => journal.write("sum failed"));
        return { response: `sum of ${name}`, final };
      },
      async gather(_, context) {
        const words: string[] = [];
        for await (const word of context.items) {
          if (word === "stop") break;
          words.push(word);
        }
        return words.join(" ");
      },
      shout: (_, { items }) => shouted(items),
      async open({ path }, { signal }) {
        journal.write(`opening ${path}`);
        signal.addEventListener("abort", () => journal.write(`opening ${path} aborted`), { once: true });
        await gate.at("open").opened;
        if (path === "missing") throw new NotFoundError({ key: path });
        return file(path) as never;
      },
      openAndStat: ({ path }) => [file(path) as never, { size: BigInt(path.length), name: path }],
      async openAndRead({ path }) {
        if (path === "missing") throw new NotFoundError({ key: path });
        return [file(path) as never, lines(path)];
      },
      openAndTail: ({ path }) => [
        file(path) as never,
        { response: { size: BigInt(path.length), name: path }, stream: lines(path) },
      ],
      openAndWrite: ({ path }, { items }) => [file(path) as never, lengthOf(items)],
      openAndAppend: ({ path }, { items }) => [file(path) as never, { response: path, final: lengthOf(items) }],
      openAndShout: ({ path }, { items }) => [file(path) as never, shouted(items)],
      createFile(_, { headers }) {
        const path = headers.get("path") ?? "new.txt";
        journal.write(`constructing ${path}`);
        if (path === "forbidden") throw new ApplicationError("permission_denied", "no such luck");
        return file(path) as never;
      },
    },
    options,
  );
  const clock = implement(Clock, { now: () => 42n });
  return Object.assign(server, { handler: serve(lab, clock), journal, gate });
}

function refusal(): ApplicationError {
  return new ApplicationError("status", "out of stock", { wireCode: 1234, details: { status: "stock", left: 0 } });
}

function aborted({ signal }: Context, then: () => void): Promise<never> {
  return new Promise((_, reject) => {
    const onAbort = (): void => {
      then();
      reject(signal.reason);
    };
    if (signal.aborted) return onAbort();
    signal.addEventListener("abort", onAbort, { once: true });
  });
}

async function* lines(key: string): AsyncGenerator<string> {
  do for (const line of ["one", "two", "three"]) yield `${key} ${line}`;
  while (key.startsWith("endless"));
}

async function* shouted(items: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const word of items) yield word.toUpperCase();
}

async function lengthOf(items: AsyncIterable<string>): Promise<bigint> {
  let length = 0n;
  for await (const item of items) length += BigInt(item.length);
  return length;
}

async function sumOf(items: AsyncIterable<number>): Promise<bigint> {
  let sum = 0n;
  for await (const item of items) {
    if (item < 0) throw new NotFoundError({ key: "a positive number" });
    sum += BigInt(item);
  }
  return sum;
}

class OpenFile {
  readonly #path: string;
  readonly #journal: Journal;
  #position = 0n;

  constructor(path: string, journal: Journal) {
    this.#path = path;
    this.#journal = journal;
  }

  seek({ delta }: { readonly delta: bigint }): bigint {
    this.#journal.write(`seek ${this.#path} ${delta}`);
    this.#position += delta;
    return this.#position;
  }

  async *read({ bytes }: { readonly bytes: number }): AsyncGenerator<string> {
    for (let i = 0; i < bytes; i++) yield `${this.#path}@${this.#position++}`;
  }

  crash(): never {
    throw new Error("a secret of the file");
  }

  onTermination(reason: string): void {
    this.#journal.write(`terminated ${this.#path} ${reason}`);
  }
}
