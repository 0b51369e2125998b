import { expect, test } from "vitest";
import { isColoured } from "../src/is-coloured.ts";

const pipe = {};
const terminal = { isTTY: true, hasColors: () => true };
const plainTerminal = { isTTY: true, hasColors: () => false };

test.each([
  [pipe, {}, false],
  [terminal, {}, true],
  [plainTerminal, {}, false],
  [terminal, { NO_COLOR: "1" }, false],
  [terminal, { NO_COLOR: "" }, true],
  [pipe, { FORCE_COLOR: "1" }, true],
  [terminal, { FORCE_COLOR: "0" }, false],
  [pipe, { FORCE_COLOR: "3", NO_COLOR: "1" }, false],
])("%# colours are for terminals, for who forces them, and never under NO_COLOR", (output, env, expected) => {
  expect(isColoured(output, env)).toBe(expected);
});
