/** Kinds of message in Thrift's envelope (Thrift RPC, § message types). */
export const MessageType = { call: 1, reply: 2, exception: 3, oneway: 4 } as const;

export type MessageType = (typeof MessageType)[keyof typeof MessageType];

/** Thrift's envelope: what stands before the struct. */
export interface MessageHead {
  readonly name: string;
  readonly type: MessageType;
  /** A signed 32-bit number that the client chose; the answer repeats it. */
  readonly seqid: number;
}

export function isMessageType(value: number): value is MessageType {
  return value >= 1 && value <= 4;
}
