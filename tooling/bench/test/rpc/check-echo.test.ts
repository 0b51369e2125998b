import { expect, test } from "vitest";
import { workloads } from "../../src/codec/workloads.ts";
import { checkEcho } from "../../src/rpc/check-echo.ts";

test("takes the record that was sent, i64 of any kind", () => {
  const { image, media } = workloads.media;
  checkEcho(workloads.media);
  checkEcho({ image, media: { ...media, duration: BigInt(media.duration) } });
});

test("refuses another record", () => {
  const { image, media } = workloads.media;
  for (const other of [undefined, {}, { image, media: { ...media, size: 1 } }, { image: [], media }]) {
    expect(() => checkEcho(other)).toThrow("expected the record that was sent, got");
  }
});
