import type { Lane } from "@seapink/core";
import { expect } from "vitest";
import type { Ear } from "./ear.ts";

/** More than the buffers of the system hold. */
export const largeMessage = 10_000_000;

/** Bytes that differ from place to place, and from seed to seed. */
export function pattern(size: number, seed = 0): Uint8Array {
  const bytes = new Uint8Array(size);
  for (let i = 0; i < size; i++) bytes[i] = i * 31 + (i >> 8) * 7 + seed * 13;
  return bytes;
}

/** Writes one message. */
export function write(lane: Lane, bytes: Uint8Array): boolean {
  lane.out.raw(bytes);
  return lane.commit();
}

/** One run of bytes. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

/** On a lane of frames the same frames; on a lane of bytes the same bytes, however they were cut. */
export function expectArrived(lane: Lane, ear: Ear, sent: readonly Uint8Array[]): void {
  const arrived = lane.kind === "frames" ? ear.pieces : [joined(ear.pieces)];
  const expected = lane.kind === "frames" ? sent : [joined(sent)];
  expect(arrived.map((piece) => piece.length)).toStrictEqual(expected.map((piece) => piece.length));
  expect(arrived.every((piece, i) => isSame(piece, expected[i] as Uint8Array))).toBe(true);
}

/** Not by `toStrictEqual`, which takes seconds for ten megabytes. */
export function isSame(some: Uint8Array, others: Uint8Array): boolean {
  let i = 0;
  while (i < some.length && some[i] === others[i]) i++;
  return i === some.length && i === others.length;
}

/** Writes messages as fast as the lane takes them. */
export async function sendAll(lane: Lane, ear: Ear, messages: readonly Uint8Array[]): Promise<void> {
  for (const message of messages) {
    const before = ear.drainCount;
    if (!write(lane, message)) await ear.until((ear) => ear.drainCount > before);
  }
}

/** How many bytes these are together. */
export function total(messages: readonly Uint8Array[]): number {
  return messages.reduce((sum, message) => sum + message.length, 0);
}
