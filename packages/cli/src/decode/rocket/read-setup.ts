import { encodingOf, metadataProtocols, readSetup, setupMetadata, withoutKey } from "@seapink/dialect-rocket/internal";
import { reading } from "../broken-bytes.ts";
import { type Part, part, type Region, slice } from "../tree.ts";
import { type RocketState, structPart } from "./read-contents.ts";

const headerBytes = 6;

/** Reads what a client says first. */
export function readSetupParts(region: Region, state: RocketState, parts: Part[]): void {
  // What is wrong with it is told by its place behind the header.
  reading(slice(region, headerBytes), () => {
    const { metadata, ...setup } = readSetup(region.bytes);
    const { major, minor, keepAliveMs, maxLifetimeMs, metadataMime, dataMime } = setup;
    const times = `keepalive every ${keepAliveMs} ms, dead after ${maxLifetimeMs} ms`;
    const title = `version ${major}.${minor}, ${times}, metadata ${metadataMime}, data ${dataMime}`;
    parts.push(part("setup", undefined, title, setup));
    if (metadata.length === 0) return;
    state.metadataProtocol = metadataProtocols[encodingOf(metadataMime)];
    const bytes = withoutKey(metadata, true);
    const base = region.base === undefined ? undefined : region.base + bytes.byteOffset - region.bytes.byteOffset;
    structPart(
      { bytes, base },
      { name: "metadata", types: [setupMetadata.type], protocol: state.metadataProtocol },
      parts,
    );
  });
}
