import { type Call, type Channel, type Handler, noHeaders, type Reply, type Scope } from "@seapink/core";
import { type InteractionIdentity, newInteraction } from "@seapink/interactions";
import { binary } from "@seapink/protocol-binary";
import {
  type Context,
  implement,
  type ImplementOptions,
  type InteractionClient,
  local,
  type LooseClient,
} from "@seapink/rpc";
import { i32, interaction, type InteractionType, method, service, type ServiceType, string } from "@seapink/schema";
import { callOf } from "./calls.ts";
import { settle } from "./fake-time.ts";

const quiet = { onError: (): void => undefined };

/** Without a wire, and over a proxy. */
export const ways: readonly (readonly [name: string, way: (handler: Handler) => Channel])[] = [
  ["a local channel", (handler) => local(handler, quiet)],
  ["a proxy", (handler) => local(local(handler, quiet).handle, quiet)],
];

/** The ways to get a file: its creation waits for `release`, if its first call has the header `slow`. */
export const forms: readonly (readonly [name: string, open: (client: LooseClient) => InteractionClient])[] = [
  ["by a factory", (client) => handleOf(client["openSlowly"]?.())],
  ["by its first call", (client) => client["createFile"]?.() as unknown as InteractionClient],
];

function handleOf(created: { readonly handle: InteractionClient } | undefined): InteractionClient {
  if (created === undefined) throw new Error("expected a method that creates");
  return created.handle;
}

/** A service that makes files in every way there is; `serial` is what they are. */
export function diskType(serial = false): ServiceType {
  const creates = fileType(serial);
  const methods = [
    method("open", { creates }),
    method("openSlowly", { creates }),
    method("openAndFail", { returns: string, creates }),
    method("openAndMisfit", { returns: string, creates }),
    method("openAndWatch", { stream: { of: i32 }, creates }),
    method("openAndGather", { sink: { of: string, final: string }, creates }),
  ];
  return service("Disk", methods, { performs: [creates] });
}

function fileType(serial: boolean): InteractionType {
  const methods = [
    method("note", { returns: string }),
    method("fail", { returns: string }),
    method("tell", { kind: "oneway" }),
    method("hold", { returns: string }),
    method("watch", { stream: { of: i32 } }),
    method("gather", { sink: { of: string, final: string } }),
  ];
  return interaction("File", methods, { serial });
}

/** A server of files, which says what runs on them and what becomes of them. */
export class Disk {
  readonly journal: string[] = [];
  readonly errors: unknown[] = [];
  readonly type: ServiceType;
  readonly handler: Handler;
  /** The files that have not been told of their end. */
  readonly files: Set<object> = new Set();
  #gate: PromiseWithResolvers<void> = Promise.withResolvers();

  constructor(serial = false, options: ImplementOptions = {}, methods: object = {}) {
    this.type = diskType(serial);
    const onError = (error: unknown): unknown => this.errors.push(error);
    this.handler = implement(this.type, { ...implementation(this), ...methods }, { onError, ...options });
  }

  file(): object {
    const file = new File(this);
    this.files.add(file);
    return file;
  }

  /** Waits until `release`, whatever happens. */
  waiting(what: string): Promise<void> {
    this.journal.push(what);
    return this.#gate.promise;
  }

  release(): void {
    this.#gate.resolve();
    this.#gate = Promise.withResolvers();
  }

  async *watch(): AsyncGenerator<number> {
    try {
      for (let i = 0; ; i++) yield i;
    } finally {
      await settle();
      this.journal.push("watch returned");
    }
  }

  async gather(items: AsyncIterable<unknown>): Promise<string> {
    try {
      for await (const item of items) this.journal.push(String(item));
      return "all";
    } finally {
      await settle();
      this.journal.push("gather ended");
    }
  }
}

function implementation(disk: Disk): object {
  const openSlowly = async (): Promise<object> => {
    await disk.waiting("opening");
    return disk.file();
  };
  return {
    open: () => disk.file(),
    openSlowly,
    openAndFail: () => [disk.file(), undefined],
    openAndMisfit: () => [disk.file(), 5],
    openAndWatch: () => [disk.file(), disk.watch()],
    openAndGather: async (_: object, { items }: Context) => [disk.file(), disk.gather(items)],
    createFile: (_: object, { headers }: Context) => (headers.has("slow") ? openSlowly() : disk.file()),
  };
}

class File {
  readonly #disk: Disk;

  constructor(disk: Disk) {
    this.#disk = disk;
  }

  note(_: object, { headers }: Context): string {
    const text = headers.get("text") ?? "note";
    this.#disk.journal.push(text);
    return text;
  }

  fail(): never {
    throw new Error("a secret of the file");
  }

  tell(_: object, { headers }: Context): void {
    this.#disk.journal.push(headers.get("text") ?? "tell");
  }

  async hold(_: object, { headers, signal }: Context): Promise<string> {
    const text = headers.get("text") ?? "hold";
    await Promise.race([this.#disk.waiting(text), aborted(signal)]);
    this.#disk.journal.push(`${text} done`);
    return text;
  }

  watch(): AsyncGenerator<number> {
    return this.#disk.watch();
  }

  gather(_: object, { items }: Context): Promise<string> {
    return this.#disk.gather(items);
  }

  onTermination(reason: string): void {
    this.#disk.files.delete(this);
    this.#disk.journal.push(reason);
  }
}

/** Settles with the signal. */
async function aborted(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await new Promise((resolve) => signal.addEventListener("abort", resolve));
}

/** A connection to a handler, and an interaction on it, as a dialect has them. */
export class Caller {
  readonly #handler: Handler;
  readonly #closed = new AbortController();
  readonly #scope: Scope;
  identity: InteractionIdentity = newInteraction("File");

  constructor(handler: Handler) {
    this.#handler = handler;
    const peer = { address: "test:", alpn: undefined, identity: undefined, headers: noHeaders };
    this.#scope = { peer, closed: this.#closed.signal, channel: undefined };
  }

  create(method: string, parts: Partial<Call> = {}): Promise<Reply | undefined> {
    return this.#send(method, true, parts);
  }

  call(method: string, parts: Partial<Call> = {}): Promise<Reply | undefined> {
    return this.#send(method, false, parts);
  }

  #send(method: string, create: boolean, parts: Partial<Call>): Promise<Reply | undefined> {
    const interaction = { of: this.identity.interaction, create };
    return this.#handler(callOf({ protocol: binary(), scope: this.#scope, method, interaction, ...parts }));
  }

  close(reason: unknown): void {
    this.#closed.abort(reason);
  }
}

export function headers(text: string, ...flags: readonly string[]): ReadonlyMap<string, string> {
  return new Map([["text", text], ...flags.map((flag) => [flag, "yes"] as const)]);
}
