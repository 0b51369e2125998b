import { isMessageType, MessageType } from "@seapink/core";
import { expect, test } from "vitest";

test("there are four types of message", () => {
  expect(Object.values(MessageType).every(isMessageType)).toBe(true);
  expect([-1, 0, 5, 255, Number.NaN].some(isMessageType)).toBe(false);
});
