import { expect, test } from "vitest";
import { text } from "./sample.ts";

test("the sample of the README hears what it said", async () => expect(await text).toBe("hello"));
