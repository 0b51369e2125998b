import { expect, test } from "vitest";
import { value } from "./sample.ts";

test("the sample of the README gets what it set", () => expect(value).toBe("world"));
