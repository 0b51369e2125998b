import { binary } from "@seapink/protocol-binary";
import { decode, encode } from "@seapink/schema";
import { expect, test } from "vitest";
import { Refused, RefusedType } from "./gen/money.ts";
import { Closed, NotFound, NotFoundType } from "./gen/shop.ts";

test("an exception keeps its cause, which does not travel", () => {
  const cause = new TypeError("secret");
  const thrown = new NotFound({ id: 5n }, { cause });
  expect(thrown.cause).toBe(cause);
  const read = decode(NotFoundType, encode(NotFoundType, thrown, binary()), binary());
  expect(read).toBeInstanceOf(NotFound);
  expect(read.cause).toBeUndefined();
});

test("an exception without a message is called by its name, and has no message of its own", () => {
  expect(String(new Closed({}, { cause: 1 }))).toBe("Closed: Closed");
  expect(Object.hasOwn(new NotFound({ id: 5n }), "message")).toBe(false);
  expect(Object.keys(new NotFound({ id: 5n }, { cause: 1 }))).toEqual(["id"]);
});

test("a message that is a field is the exception's", () => {
  const read = decode(RefusedType, encode(RefusedType, new Refused({ message: "no" }), binary()), binary());
  expect(String(read)).toBe("Refused: no");
});
