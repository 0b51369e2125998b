import { readFileSync } from "node:fs";
import type { Case } from "../../case.ts";
import type { Description } from "../../describe.ts";
import type { PlainStruct } from "../../plain.ts";
import type { Settings } from "../process-peer.ts";
import { library } from "./library.ts";

export interface NodeSettings extends Settings {
  /** Where the generated code is. */
  readonly generated: string;
}

export type NodeDescription = Description & { readonly widened: PlainStruct };

export function readDescription({ description }: Settings): NodeDescription {
  return JSON.parse(readFileSync(description, "utf8")) as NodeDescription;
}

export function readCases({ cases, only }: Settings): readonly Case[] {
  return (JSON.parse(readFileSync(cases, "utf8")) as readonly Case[]).filter(({ name }) => only.includes(name));
}

/** How to speak, in the words of the library. */
export function spoken({ framing, protocol }: Settings): object {
  const { TBinaryProtocol, TCompactProtocol, TJSONProtocol, TFramedTransport, TBufferedTransport } = library;
  const protocols = { binary: TBinaryProtocol, compact: TCompactProtocol, json: TJSONProtocol };
  return {
    protocol: protocols[protocol],
    transport: framing === "framed" ? TFramedTransport : TBufferedTransport,
  };
}
