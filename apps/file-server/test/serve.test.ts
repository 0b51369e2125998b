import { expect, test } from "vitest";
import { connectionLimits } from "../src/serve.ts";

test.each([
  [1, 1],
  [15, 1],
  [16, 2],
  [1024, 128],
  [1_000_000, 1024],
])("of %i files a connection may have %i open", (maxOpen, most) => {
  expect(connectionLimits(maxOpen)).toEqual({ maxInteractions: most, maxStreams: most });
});
