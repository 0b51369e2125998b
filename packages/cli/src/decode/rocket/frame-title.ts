import { Flag, FrameType } from "@seapink/dialect-rocket/internal";
import type { Frame } from "@seapink/dialect-rocket/internal";

const typeNames: ReadonlyMap<number, string> = new Map(
  Object.entries(FrameType).map(([name, type]) => [
    type,
    name.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase(),
  ]),
);

const errorNames: Readonly<Record<number, string>> = {
  0x001: "INVALID_SETUP",
  0x002: "UNSUPPORTED_SETUP",
  0x003: "REJECTED_SETUP",
  0x101: "CONNECTION_ERROR",
  0x102: "CONNECTION_CLOSE",
  0x201: "APPLICATION_ERROR",
  0x202: "REJECTED",
  0x203: "CANCELED",
  0x204: "INVALID",
};

const withFollows: ReadonlySet<number> = new Set([
  FrameType.requestResponse,
  FrameType.requestFnf,
  FrameType.requestStream,
  FrameType.requestChannel,
  FrameType.payload,
]);

export function isFrameType(type: number): boolean {
  return typeNames.has(type);
}

export function typeName(type: number): string {
  return typeNames.get(type) ?? `type 0x${type.toString(16)}`;
}

/** Whether more fragments of the same message follow. */
export function hasMore({ type, flags }: Frame): boolean {
  return withFollows.has(type) && (flags & Flag.follows) !== 0 && (flags & Flag.complete) === 0;
}

/** The flags that are set; what a bit means depends on the type. */
export function flagNames({ type, flags }: Frame): string[] {
  const names: string[] = [];
  if (type === FrameType.ext && (flags & Flag.ignore) !== 0) names.push("IGNORE");
  if ((flags & Flag.metadata) !== 0) names.push("METADATA");
  if ((flags & Flag.follows) !== 0) names.push(secondName(type));
  if ((flags & Flag.complete) !== 0) names.push("COMPLETE");
  if ((flags & Flag.next) !== 0) names.push("NEXT");
  return names;
}

function secondName(type: number): string {
  if (type === FrameType.setup) return "RESUME";
  return type === FrameType.keepAlive ? "RESPOND" : "FOLLOWS";
}

/** The word behind the header, in words. */
export function wordOf({ type, word }: Frame): Readonly<Record<string, unknown>> {
  switch (type) {
    case FrameType.requestStream:
    case FrameType.requestChannel:
      return { initialN: word };
    case FrameType.requestN:
      return { n: word };
    case FrameType.error:
      return { code: errorNames[word] ?? word };
    case FrameType.ext:
      return { extendedType: word };
    default:
      return {};
  }
}
