import { expect, test } from "vitest";
import { errorLine } from "../../src/command/error-line.ts";

test.each([
  ["what is short", "a\nb", "a\\u000ab"],
  ["what is just short enough", "x".repeat(2_000), "x".repeat(2_000)],
  ["the beginning of what is long", "x".repeat(5_000_000), `${"x".repeat(2_000)}…`],
  ["whole characters", `${"x".repeat(1_999)}🔑🔑`, `${"x".repeat(1_999)}…`],
])("shows %s", (_, text, line) => expect(errorLine(text)).toBe(line));
