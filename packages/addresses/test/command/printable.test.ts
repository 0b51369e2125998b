import { expect, test } from "vitest";
import { printable } from "../../src/command/printable.ts";

test.each([
  ["ключ 🔑", "ключ 🔑"],
  ["a\nb\tc", "a\\u000ab\\u0009c"],
  ["\u001b[31mred\u009b0m", "\\u001b[31mred\\u009b0m"],
  ["\u0000\u007f\u2028\u202e", "\\u0000\\u007f\\u2028\\u202e"],
])("writes %j on one line", (text, line) => expect(printable(text)).toBe(line));
