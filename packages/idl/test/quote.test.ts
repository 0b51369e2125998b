import { expect, test } from "vitest";
import { chain, quote } from "../src/quote.ts";

test("quotes on one line, and not at length", () => {
  expect(quote('a"b\n')).toBe(String.raw`"a\"b\n"`);
  expect(quote("x".repeat(61))).toBe(`"${"x".repeat(60)}…"`);
});

test("closes a cycle, and leaves out the middle of a long one", () => {
  expect(chain(["a", "b"])).toBe("a -> b -> a");
  expect(chain("abcdefghijkl".split(""))).toBe("a -> b -> c -> d -> … -> j -> k -> l -> a");
});
