import type { Protocol } from "@seapink/core";

/** How the wire numbers the protocols of bodies (RpcMetadata.thrift, ProtocolId). */
const ids: ReadonlyMap<string, number> = new Map([
  ["binary", 0],
  ["compact-fbthrift", 2],
]);

/** The protocols that a side of a connection reads, by their numbers on the wire. */
export class ProtocolIds {
  /** What is spoken. */
  readonly first: Protocol;
  readonly #byId: ReadonlyMap<number, Protocol>;

  /** @throws RangeError for a protocol that Rocket has no number for */
  constructor(protocols: readonly [Protocol, ...Protocol[]]) {
    for (const [i, { name }] of protocols.entries()) {
      if (!ids.has(name)) {
        const expected = 'expected binary() or compact({ variant: "fbthrift" })';
        throw new RangeError(`protocols[${i}]: ${expected}, since Rocket has no number for others, got ${name}`);
      }
    }
    this.first = protocols[0];
    this.#byId = new Map(protocols.map((protocol) => [idOf(protocol), protocol]));
  }

  /** What they are called, for those who got another. */
  get names(): string {
    return [...this.#byId.values()].map(({ name }) => name).join(" or ");
  }

  get(id: number): Protocol | undefined {
    return this.#byId.get(id);
  }
}

export function idOf({ name }: Protocol): number {
  return ids.get(name) as number;
}
