import { inspect, isDeepStrictEqual } from "node:util";
import { plain } from "../codec/plain.ts";
import { workloads } from "../codec/workloads.ts";

/** @throws Error if what came back is not the media record. */
export function checkEcho(echo: unknown): void {
  const got = plain(echo);
  if (isDeepStrictEqual(got, plain(workloads.media))) return;
  throw new Error(`expected the record that was sent, got ${inspect(got).slice(0, 200)}`);
}
