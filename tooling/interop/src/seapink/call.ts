import { type Channel, type Dialect, isThriftError } from "@seapink/core";
import { createClient } from "@seapink/rpc";
import { exceptionsOf, type Method, successOf } from "@seapink/schema";
import { connect } from "@seapink/transport-tcp";
import type { Came, Case, Outcome } from "../case.ts";
import type { Pems } from "../certificates.ts";
import { fieldsFromPlain } from "../from-plain.ts";
import type { Plain, PlainStruct } from "../plain.ts";
import type { Ports } from "../peers/peer.ts";
import { methodOf, type TestedService, type TestedServices } from "../services.ts";
import { toPlain } from "../to-plain.ts";

/** How long an answer may take. Most need a millisecond; a mebibyte of JSON, in Python on a busy machine, seconds. */
const timeoutMs = 20_000;

interface Spoken {
  readonly dialect: Dialect;
  readonly tls: Pems | undefined;
}

/** Our client: a connection for each port, opened again after a call that it did not survive. */
export class Caller {
  readonly #services: TestedServices;
  readonly #spoken: Spoken;
  readonly #ports: Ports;
  readonly #channels: Map<number, Channel> = new Map();

  constructor(services: TestedServices, ports: Ports, spoken: Spoken) {
    this.#services = services;
    this.#spoken = spoken;
    this.#ports = ports;
  }

  async call(asked: Case): Promise<Outcome> {
    const method = methodOf(this.#services, asked.service, asked.method);
    const begun = performance.now();
    const came = await this.#call(asked, method).catch((error: unknown) => broken(error));
    if ("broken" in came) await this.close();
    return { ...came, ms: performance.now() - begun };
  }

  async #call({ service, args, together }: Case, method: Method): Promise<Came> {
    // `methodOf` has found the service.
    const { type, wireName } = this.#services.get(service) as TestedService;
    const client = createClient(type, await this.#channel(this.#ports[wireName]), { timeoutMs });
    const call = client[method.name];
    if (call === undefined) throw new RangeError(`expected a method of the client, got ${method.name}`);
    try {
      const ask = async (plain: PlainStruct): Promise<Plain> =>
        returned(method, await call(fieldsFromPlain(method.args.fields, plain)));
      return { returned: await (together === undefined ? ask(args) : Promise.all(together.map(ask))) };
    } catch (error) {
      return failure(method, error);
    }
  }

  async #channel(port: number | undefined): Promise<Channel> {
    if (port === undefined) throw new RangeError("expected a port of the service, got none");
    const open = this.#channels.get(port) ?? (await this.#connect(port));
    this.#channels.set(port, open);
    return open;
  }

  #connect(port: number): Promise<Channel> {
    const { dialect, tls } = this.#spoken;
    return connect({ port, dialect, onError: () => undefined, tls: tls && { ca: tls.ca, servername: "localhost" } });
  }

  async close(): Promise<void> {
    const channels = [...this.#channels.values()];
    this.#channels.clear();
    await Promise.all(channels.map((channel) => channel.close(new Error("done"))));
  }
}

function returned({ result }: Method, value: unknown): Plain {
  const success = successOf(result);
  return success === undefined ? null : toPlain(success.type, value);
}

function failure({ result }: Method, error: unknown): Came {
  for (const { type } of exceptionsOf(result)) {
    // Its plain form is that of its fields.
    if (error instanceof type.construct) return { threw: type.name, value: toPlain(type, error) as PlainStruct };
  }
  if (isThriftError(error) && "wireCode" in error) return { failed: Number(error.wireCode), message: error.message };
  return broken(error);
}

function broken(error: unknown): Came {
  if (!(error instanceof Error)) return { broken: String(error) };
  const cause = error.cause instanceof Error ? ` (${error.cause.message})` : "";
  return { broken: `${error.name}: ${error.message}${cause}` };
}
