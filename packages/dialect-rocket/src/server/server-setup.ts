import type { Limits } from "@seapink/core";
import type { Compressions } from "../compression/compressions.ts";
import { readSetup, readSetupMetadata, type Setup } from "../frames/setup.ts";
import { agreedVersion } from "../frames/version.ts";
import type { ServerPush } from "../metadata/push-metadata.ts";

/** What announces more than an hour promises nothing; C++ writes 2^31 - 1 ms where it means none. */
const longestMs = 3_600_000;

/** One keepalive may be missed, and the next be a little late: silence is noticed within twice the time announced. */
const patience = 1.7;

/**
 * Reads the frame that a client begins with.
 * @throws ProtocolError that says what was expected
 */
export function readClientSetup(bytes: Uint8Array, limits: Limits): Setup {
  return readSetupMetadata(readSetup(bytes), limits);
}

/** What the server answers (§ 1.5). */
export function answerSetup({ metadata }: Setup, compressions: Compressions): ServerPush {
  const zstdSupported = compressions.has("zstd");
  return { setupResponse: { version: agreedVersion(metadata), zstdSupported, lz4Supported: compressions.has("lz4") } };
}

/** How long a client may be silent by what it has announced; `undefined` if it has not. */
export function announcedSilenceMs({ keepAliveMs, metadata }: Setup): number | undefined {
  const { keepAliveTimeoutMs = 0 } = metadata;
  const silenceMs = keepAliveTimeoutMs > 0 ? keepAliveTimeoutMs : patience * keepAliveMs;
  return silenceMs <= longestMs ? silenceMs : undefined;
}
