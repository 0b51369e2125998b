import { expect, test } from "vitest";
import { text } from "./sample.ts";

test("the sample of the README reads what it wrote", () => expect(text).toBe("hello"));
