import { BrokenBytes, expectEnd } from "./broken-bytes.ts";
import { bestProtocol } from "./best-struct.ts";
import { readFramed, readUnframed } from "./framed.ts";
import type { Kind } from "./kinds.ts";
import type { Reading } from "./message.ts";
import { protocols } from "./protocols.ts";
import { readStruct } from "./read-struct.ts";
import { readRocket, readRocketFrame } from "./rocket/read-rocket.ts";
import { type Part, part, type Region, structNode } from "./tree.ts";
import { readTheader } from "./theader.ts";
import { readTtheader } from "./ttheader.ts";

type Read = (region: Region, how: Reading, parts: Part[]) => void;

/** In words, and how each is read. */
export const readings: Readonly<Record<Kind, { readonly title: string; readonly read: Read }>> = {
  framed: { title: "framed messages", read: readFramed },
  unframed: { title: "messages without frames", read: readUnframed },
  theader: { title: "frames of THeader", read: readTheader },
  ttheader: { title: "frames of TTHeader", read: readTtheader },
  rocket: { title: "frames of Rocket", read: readRocket },
  "rocket-frame": { title: "a frame of Rocket without its length", read: readRocketFrame },
  struct: { title: "a struct", read: readBareStruct },
};

function readBareStruct(region: Region, { names, protocol: forced }: Reading, parts: Part[]): void {
  const name = forced ?? bestProtocol(region.bytes).protocol;
  if (region.bytes.length === 0) throw new BrokenBytes("expected a struct, got no bytes", region.base);
  const { type } = names;
  const made = part("struct", region.base, `${type?.name ?? "struct"}, in ${name}`, { protocol: name });
  const node = structNode(type);
  made.struct = node;
  parts.push(made);
  expectEnd(region, readStruct(region, protocols[name], { node, type }), "the struct");
}
