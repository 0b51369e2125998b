import { expect, test } from "vitest";
import { log } from "./sample.ts";

test("the sample of the README reads, and tells its object of the end", () =>
  expect.poll(() => log).toEqual(["text", "closed"]));
