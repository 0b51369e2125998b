import type { LaneInfo } from "@seapink/core";
import { noHeaders } from "@seapink/core";
import { expect, test } from "vitest";
import { record } from "./raw-stage.ts";
import type { DialectSubject } from "./subject.ts";

const info: LaneInfo = { address: "memory:", alpn: undefined, identity: undefined, headers: noHeaders };

/** Whether a server knows its dialect by the first bytes. */
export function detectionTests(subject: DialectSubject): void {
  const detect = (bytes: Uint8Array): string => subject.server.detect(bytes, info);

  test("first bytes are known, once there are enough of them", async () => {
    const { client } = await record(subject);
    const answers = Array.from({ length: client.length + 1 }, (_, size) => detect(client.subarray(0, size)));
    const enough = answers.indexOf("yes");
    expect(enough).toBeGreaterThan(0);
    expect(enough).toBeLessThanOrEqual(64);
    expect(answers).toEqual(answers.map((_, size) => (size < enough ? "more" : "yes")));
  });

  test.each(["GET / HTTP/1.1\r\n", "POST /a HTTP/1.1\r\n", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc", "\xff".repeat(16)])(
    "%j are not known",
    (text) => {
      const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
      expect(detect(bytes)).toBe("no");
    },
  );
}
