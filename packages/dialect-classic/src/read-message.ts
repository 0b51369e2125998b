import { type Limits, type MessageHead, type Protocol, ProtocolError } from "@seapink/core";
import { chooseProtocol } from "./choose-protocol.ts";

/** Reads the envelope of a message, and hands on what it says with the struct inside. */
export function readMessage(
  message: Uint8Array,
  protocols: readonly Protocol[],
  limits: Limits,
  receive: (head: MessageHead, body: Uint8Array, protocol: Protocol) => void,
): void {
  const protocol = chooseProtocol(message, protocols);
  if (typeof protocol !== "object")
    throw new ProtocolError("bad_version", "expected a message of a known protocol, got other bytes");
  const reader = protocol.reader(message, limits);
  const head = reader.messageBegin();
  receive(head, reader.messageBody(), protocol);
}
