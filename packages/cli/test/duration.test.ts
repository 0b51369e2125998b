import { expect, test } from "vitest";
import { durationMs } from "../src/duration.ts";

test.each([
  ["500ms", 500],
  ["2s", 2_000],
  ["1.5s", 1_500],
  ["1m", 60_000],
  ["24h", 86_400_000],
])("takes %s as %d milliseconds", (text, ms) => {
  expect(durationMs(text)).toBe(ms);
});

test.each(["", "2", "s", "-1s", "+1s", "0s", "0.0ms", "1 s", "1S", "1d", "1e3ms", ".5s", "1.s", "Infinity", "25000h"])(
  "refuses %j and says what it takes",
  (text) => {
    expect(() => durationMs(text)).toThrow(
      new RangeError(`expected a time such as 500ms, 2s or 1m, of at most 24 days, got ${JSON.stringify(text)}`),
    );
  },
);
