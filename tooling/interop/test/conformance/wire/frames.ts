import { Flag, type LoggedFrame, Type } from "../../../src/conformance/wire/frame-log.ts";

const none = new Uint8Array(0);

function frame(from: LoggedFrame["from"], type: number, parts: Partial<LoggedFrame> = {}): LoggedFrame {
  return { from, type, streamId: 1, flags: 0, length: 6, word: 0, start: none, ...parts };
}

/** How every connection begins. */
export const begun: readonly LoggedFrame[] = [
  frame("client", Type.setup, { streamId: 0 }),
  frame("server", Type.metadataPush, { streamId: 0 }),
];

/** Frames of stream 1, as a test's table has them. */
export const client = {
  stream: (word: number) => frame("client", Type.requestStream, { word }),
  channel: (word: number) => frame("client", Type.requestChannel, { word }),
  call: (parts: Partial<LoggedFrame> = {}) => frame("client", Type.requestResponse, parts),
  item: (flags = 0) => frame("client", Type.payload, { flags: flags | Flag.next }),
  request: (word: number) => frame("client", Type.requestN, { word }),
} as const;

export const server = {
  item: (flags = 0) => frame("server", Type.payload, { flags: flags | Flag.next }),
  complete: () => frame("server", Type.payload, { flags: Flag.complete }),
  request: (word: number) => frame("server", Type.requestN, { word }),
} as const;
