import type { ApplicationErrorCode } from "@seapink/core";
import { ErrorCode } from "../frames/frame-type.ts";

// What is not UTF-8 is replaced: the text is for people to read, and may be of any peer.
const decoder = new TextDecoder();

export function textOf(data: Uint8Array): string {
  return decoder.decode(data);
}

/** What Go's server has instead of numbers (request_channel.go, server.go). */
const texts: readonly (readonly [beginning: string, code: ApplicationErrorCode])[] = [
  ["unknown interaction id: ", "interaction_lost"],
  ["no such function: ", "unknown_method"],
  ["not a streaming function: ", "invalid_message_type"],
];

/** A code of ours that no run can have caused; `undefined` for any other text. */
export function refusalOfText(text: string): ApplicationErrorCode | undefined {
  return texts.find(([beginning]) => text.startsWith(beginning))?.[1];
}

/** What the code of a frame says by itself (RSocket protocol, § Error Codes). */
export function codeOfFrame(frameCode: number): ApplicationErrorCode {
  switch (frameCode) {
    case ErrorCode.rejected:
      return "declined";
    case ErrorCode.canceled:
      return "cancelled";
    case ErrorCode.invalid:
      return "protocol_error";
    default:
      return "unknown";
  }
}
