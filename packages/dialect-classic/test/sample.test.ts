import { expect, test } from "vitest";
import { calls } from "./sample.ts";

test("the sample of the README gets its call", () => expect.poll(() => calls).toEqual(["ping"]));
