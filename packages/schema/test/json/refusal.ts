import { isProtocolError, type ProtocolError } from "@seapink/core";
import { expect } from "vitest";

/** The error of ours that it ends in. */
export function refusal(act: () => unknown): ProtocolError {
  try {
    act();
  } catch (error) {
    if (isProtocolError(error)) return error;
    throw error;
  }
  expect.fail("expected a refusal, got none");
}
