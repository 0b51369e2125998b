import { expect, test } from "vitest";
import { echoed } from "./sample.ts";

test("the sample of the README hears its echo", () => expect(echoed).toBe("hello"));
