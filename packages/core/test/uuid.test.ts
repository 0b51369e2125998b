import { isUuid, readUuid, writeUuid } from "@seapink/core";
import { expect, test } from "vitest";

const text = "00112233-4455-6677-8899-aabbccddeeff";
const bytes = Uint8Array.of(
  9,
  0,
  0x11,
  0x22,
  0x33,
  0x44,
  0x55,
  0x66,
  0x77,
  0x88,
  0x99,
  0xaa,
  0xbb,
  0xcc,
  0xdd,
  0xee,
  0xff,
);

test.each([text, text.toUpperCase()])(
  "stores %s in the order of its digits, and gives it back in lower case",
  (uuid) => {
    const stored = Uint8Array.from({ length: 17 }, () => 9);
    expect(writeUuid(uuid, stored, 1)).toBe(true);
    expect(stored).toStrictEqual(bytes);
    expect(readUuid(stored, 1)).toBe(text);
    expect(isUuid(uuid)).toBe(true);
  },
);

test.each(["", "0", text.replaceAll("-", ""), `{${text}}`, `${text}\n`, text.replace("f", "g")])(
  "takes %j for none",
  (uuid) => {
    const stored = new Uint8Array(16);
    expect(writeUuid(uuid, stored, 0)).toBe(false);
    expect(isUuid(uuid)).toBe(false);
    expect(stored).toStrictEqual(new Uint8Array(16));
  },
);
