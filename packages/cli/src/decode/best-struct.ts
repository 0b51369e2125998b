import { isProtocolError, type Protocol, WireType } from "@seapink/core";
import { defaultLimits } from "@seapink/core";
import type { Fieldset } from "@seapink/schema";
import { type ProtocolName, protocolNames } from "./kinds.ts";
import { protocols } from "./protocols.ts";
import { readStruct } from "./read-struct.ts";
import { type Node, type Region, structNode } from "./tree.ts";

/** How well bytes are a struct of a protocol: all of them, its beginning, or neither. */
export type Fit = "whole" | "cut" | "other";

const fits: readonly Fit[] = ["whole", "cut", "other"];
/** So much may be missing of bytes that end early. */
const zeros = 16_384;

/** The protocol in which bytes are most likely a struct, without any mark. */
export function bestProtocol(
  bytes: Uint8Array,
  names: readonly [ProtocolName, ...ProtocolName[]] = protocolNames,
): { readonly protocol: ProtocolName; readonly fit: Fit } {
  const answers = names.map((protocol) => ({ protocol, fit: fitOf(bytes, protocol) }));
  for (const fit of fits) {
    const found = answers.find((answer) => answer.fit === fit);
    if (found) return found;
  }
  return { protocol: names[0], fit: "other" };
}

function fitOf(bytes: Uint8Array, protocol: ProtocolName): Fit {
  if (endOf(bytes, protocol) === bytes.length) return "whole";
  if (bytes.length === 0 || protocol === "json") return bytes[0] === 0x7b ? "cut" : "other";
  // What ends early ends in time with zeros behind it: they are the rest of a value, and the end of each struct.
  const filled = new Uint8Array(bytes.length + zeros);
  filled.set(bytes);
  const end = endOf(filled, protocol);
  return end !== undefined && end > bytes.length ? "cut" : "other";
}

function endOf(bytes: Uint8Array, protocol: ProtocolName): number | undefined {
  const reader = protocols[protocol].reader(bytes, defaultLimits);
  try {
    reader.skip(WireType.struct);
    return reader.offset;
  } catch (error) {
    if (isProtocolError(error)) return undefined;
    throw error;
  }
}

/** Of several types, the one that names most of what is in a struct. */
export function bestType<T extends Fieldset | undefined>(
  region: Region,
  protocol: Protocol,
  types: readonly T[],
): T | undefined {
  let best = types[0];
  let most = -Infinity;
  if (types.length < 2) return best;
  for (const type of types) {
    const node = structNode(type);
    try {
      readStruct(region, protocol, { node, type });
    } catch {
      // What could be read of it counts.
    }
    const score = scoreOf(node);
    if (score > most) [best, most] = [type, score];
  }
  return best;
}

/** Fields that have a name less those that have none. */
function scoreOf(node: Node | undefined): number {
  if (node?.kind !== "struct") return 0;
  let score = 0;
  for (const { name, value } of node.fields) score += (name === undefined ? -1 : 1) + scoreOf(value);
  return score;
}
