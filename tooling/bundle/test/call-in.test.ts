import { expect, test } from "vitest";
import { titleOf } from "../src/call-in.ts";

test("reads what a page tells by its title", () => {
  expect(titleOf('<html><head><title>{"value":"1"}</title></head></html>')).toEqual({ value: "1" });
});

test("says what came where there is no title", () => {
  expect(() => titleOf("<html></html>")).toThrow("expected a page with a title, got <html></html>");
});
