import { ProtocolError } from "@seapink/core";
import type { SetupMetadata } from "../metadata/setup-metadata.ts";

/** Versions of Rocket that are spoken here. What differs between them is in payloads, not in frames. */
export const minVersion = 8;
export const maxVersion = 10;

/**
 * The highest version that both sides know.
 * @throws ProtocolError `bad_version` if there is none
 */
export function agreedVersion({ minVersion: from = 0, maxVersion: to = 0 }: SetupMetadata): number {
  if (from <= maxVersion && to >= minVersion) return Math.min(maxVersion, to);
  const expected = `expected a version of Rocket from ${minVersion} to ${maxVersion}`;
  throw new ProtocolError("bad_version", `${expected}, got ${from} to ${to}`);
}
