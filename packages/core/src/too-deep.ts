import { ProtocolError } from "./protocol-error.ts";

/** Refuses another level inside of so many, on write without an offset. */
export function tooDeep(maxDepth: number, where: { readonly offset?: number } = {}): never {
  throw new ProtocolError(
    "depth_limit",
    `expected at most ${maxDepth} structs and containers inside each other`,
    where,
  );
}
