import { ProtocolError } from "@seapink/core";
import type { Setup } from "../frames/setup.ts";
import { maxVersion, minVersion } from "../frames/version.ts";
import type { SetupResponse } from "../metadata/push-metadata.ts";
import type { Settings } from "../options.ts";

/** The largest time that SETUP can tell; C++ writes it where it promises nothing. */
const longestMs = 0x7fff_ffff;

/** After so many keepalives without a word from us, the server may take us for dead. */
const lifetimes = 3;

/** What a client says first (§ 1.3). */
export function clientSetup({ keepAliveMs, agent, metadata: encoding }: Settings): Setup {
  const metadata = { minVersion, maxVersion, clientMetadata: { agent } };
  return { keepAliveMs: ms(keepAliveMs), maxLifetimeMs: ms(lifetimes * keepAliveMs), metadata, encoding };
}

function ms(time: number): number {
  return Math.max(1, Math.min(longestMs, Math.round(time)));
}

/** @throws ProtocolError `bad_version` for an answer that we did not offer; one without a version is of the lowest */
export function checkVersion({ version = minVersion }: SetupResponse): void {
  if (version >= minVersion && version <= maxVersion) return;
  const message = `expected a version of Rocket from ${minVersion} to ${maxVersion}, got ${version}`;
  throw new ProtocolError("bad_version", message);
}
