import type { Compression } from "@seapink/core";
import type { CompressionConfig } from "../metadata/compression-config.ts";
import { algorithmOf, nameOfAlgorithm } from "./algorithm.ts";

type CodecConfig = NonNullable<CompressionConfig["codecConfig"]>;

/** What a wish for each of them looks like. */
const wishes: Readonly<Record<string, CodecConfig>> = {
  zlib: { zlibConfig: {} },
  zstd: { zstdConfig: {} },
  lz4: { lz4Config: {} },
};

/** What one side of a connection can compress with, by their numbers on the wire. */
export class Compressions {
  readonly #byName: ReadonlyMap<string, Compression>;

  /** @throws RangeError for what Rocket has no number for */
  constructor(compressions: readonly Compression[]) {
    for (const compression of compressions) algorithmOf(compression);
    this.#byName = new Map(compressions.map((compression) => [compression.name, compression]));
  }

  /** The first that is known elsewhere, too. */
  first(isKnown: (name: string) => boolean): Compression | undefined {
    return [...this.#byName.values()].find(({ name }) => isKnown(name));
  }

  has(name: string): boolean {
    return this.#byName.has(name);
  }

  /** What undoes an algorithm of the wire, whatever effort was made. */
  find(algorithm: number): Compression | undefined {
    const name = nameOfAlgorithm(algorithm);
    return name === undefined ? undefined : this.#byName.get(name);
  }

  numberOf(compression: Compression): number {
    return algorithmOf(compression);
  }

  /** The wish that answers be compressed with it. */
  configOf({ name }: Compression): CompressionConfig {
    const codecConfig = wishes[name];
    return codecConfig === undefined ? {} : { codecConfig };
  }

  /** What a peer's wish may be granted with, if it is known here. */
  chosen(config: CompressionConfig | undefined): Compression | undefined {
    const { zstdConfig, zlibConfig, lz4Config } = config?.codecConfig ?? {};
    if (zstdConfig !== undefined) return this.#byName.get("zstd");
    if (zlibConfig !== undefined) return this.#byName.get("zlib");
    return lz4Config === undefined ? undefined : this.#byName.get("lz4");
  }
}
