import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Came, Case } from "../../case.ts";
import type { MethodText } from "../../describe.ts";
import type { Plain, PlainStruct } from "../../plain.ts";
import { type Connection, generated, library } from "./library.ts";
import { type NodeDescription, type NodeSettings, spoken } from "./settings.ts";
import { Values } from "./values.ts";

/** The library never gives up by itself. */
const timeoutMs = 10_000;

type Client = Readonly<Record<string, (...args: readonly unknown[]) => Promise<unknown>>>;

/** The library's client: connections are opened again after a call that they did not survive. */
export class Caller {
  readonly #settings: NodeSettings;
  readonly #services: NodeDescription["services"];
  readonly #values: Values;
  /** By the service's name. */
  readonly #clients: Map<string, Client> = new Map();
  readonly #connections: Connection[] = [];
  /** The multiplexed one. */
  #shared: Connection | undefined;
  #failed: Promise<never> = new Promise(() => undefined);
  #fail: (error: Error) => void = () => undefined;
  #multiplexer = new library.Multiplexer();

  constructor(settings: NodeSettings, description: NodeDescription) {
    this.#settings = settings;
    this.#services = description.services;
    this.#values = new Values(description, settings.generated);
    this.#expectFailure();
    // The library throws what it cannot read where nobody can catch it.
    process.on("uncaughtException", (error) => this.#fail(error));
  }

  #expectFailure(): void {
    this.#failed = new Promise((_, reject) => {
      // An error without its class is none that the server has sent.
      this.#fail = (error) => reject(new Error(error.message));
    });
    this.#failed.catch(() => undefined);
  }

  async call(asked: Case): Promise<Came> {
    const method = this.#services[asked.service]?.methods[asked.method];
    try {
      if (method === undefined) throw new RangeError(`no such method: ${asked.method}`);
      return await this.#call(asked, method);
    } catch (error) {
      // Whatever is left on the connection belongs to this call.
      this.#close();
      return { broken: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
    }
  }

  async #call({ service, method: name, args, together }: Case, method: MethodText): Promise<Came> {
    const client = await this.#client(service);
    const ask = async (plain: PlainStruct): Promise<Plain> => {
      const result = await client[name]?.(...this.#arguments(plain, method));
      return method.returns === null ? null : this.#values.plain(method.returns, result);
    };
    try {
      const answer = together === undefined ? ask(args) : Promise.all(together.map(ask));
      return { returned: await within(Promise.race([answer, this.#failed])) };
    } catch (error) {
      const came = this.#failure(error, method);
      if (came === undefined) throw error;
      return came;
    }
  }

  #arguments(plain: PlainStruct, { args }: MethodText): readonly unknown[] {
    return args.map(({ name, type }) => {
      const given = plain[name];
      return given === undefined ? undefined : this.#values.native(type, given);
    });
  }

  #failure(error: unknown, { throws }: MethodText): Came | undefined {
    for (const name of throws) {
      if (error instanceof this.#values.classOf(name)) {
        return { threw: name, value: this.#values.plain(["struct", name], error) as Plain & PlainStruct };
      }
    }
    if (!(error instanceof library.Thrift.TApplicationException)) return undefined;
    return { failed: error.type, message: error.message };
  }

  async #client(name: string): Promise<Client> {
    const known = this.#clients.get(name);
    if (known !== undefined) return known;
    const wireName = this.#services[name]?.wireName ?? name;
    const service = generated(join(this.#settings.generated, `${name}.js`));
    const port = this.#settings.ports?.[wireName] ?? 0;
    // A connection knows one client, or, multiplexed, one of each name.
    const isShared = this.#settings.multiplexed && wireName === name;
    const connection = isShared ? (this.#shared ??= await this.#connect(port)) : await this.#connect(port);
    const client = (
      this.#settings.multiplexed
        ? this.#multiplexer.createClient(wireName, service, connection)
        : library.createClient(service, connection)
    ) as Client;
    this.#clients.set(name, client);
    return client;
  }

  async #connect(port: number): Promise<Connection> {
    const { tls, pemFiles } = this.#settings;
    const options = spoken(this.#settings);
    const connection = tls
      ? library.createSSLConnection("localhost", port, { ...options, ca: readFileSync(pemFiles.caFile) })
      : library.createConnection("127.0.0.1", port, options);
    connection.on("error", (error: Error) => this.#fail(error));
    connection.on("close", () => this.#fail(new Error("the connection was closed")));
    this.#connections.push(connection);
    await within(Promise.race([once(connection, "connect"), this.#failed]));
    return connection;
  }

  #close(): void {
    for (const connection of this.#connections.splice(0)) {
      connection.removeAllListeners();
      connection.on("error", () => undefined);
      connection.destroy();
    }
    this.#shared = undefined;
    this.#clients.clear();
    this.#multiplexer = new library.Multiplexer();
    this.#expectFailure();
  }
}

async function within<T>(promise: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(`expected an answer within ${timeoutMs} ms`)), timeoutMs);
  try {
    return await Promise.race([promise, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
