import { checkSize } from "@seapink/core";
import { expect, test } from "vitest";

test.each([0, -0, 1, 2 ** 31 - 1])("takes %d for a size", (size) => {
  expect(() => checkSize(size)).not.toThrow();
});

test.each([-1, -(2 ** 31), 2 ** 31, 2 ** 32, 1.5, Number.NaN, Number.POSITIVE_INFINITY, "1", 1n, undefined])(
  "refuses %s",
  (size) => {
    const refused = { code: "invalid_data", message: expect.stringMatching(/^expected the size of a container, got /) };
    expect(() => checkSize(size as number)).toThrow(expect.objectContaining(refused));
  },
);
