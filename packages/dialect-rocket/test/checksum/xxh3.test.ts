import { expect, test } from "vitest";
import { xxh3 } from "../../src/checksum/xxh3.ts";

const input = Uint8Array.from({ length: 5000 }, (_, i) => i * 167 + 13);
const seed = 0x9e37_79b1_85eb_ca87n;

/** As xxHash's own library has them (Python package xxhash 4.1.0, `xxh3_64_hexdigest`), without a seed and with it. */
const sums: readonly (readonly [length: number, unseeded: string, seeded: string])[] = [
  [0, "2d06800538d394c2", "07f70f819703314d"],
  [1, "8a21d78b1538b1c0", "818a483c1a29da1b"],
  [2, "a020a917c68e5888", "07497175593965f9"],
  [3, "5f1fa6d2a3aa5a3b", "a4fc78195ba90eba"],
  [4, "a8a9b82c81542a43", "deabc0720c79a083"],
  [5, "2f1e508dc78686c2", "f5f8aa7a41629fa6"],
  [8, "67b8f67a80d308a6", "afca8d71878a8dee"],
  [9, "7df166798fe37670", "eaf3f487f2c5e6ae"],
  [15, "1bc6c65a03a87951", "96f358a6c6b8e98d"],
  [16, "c0967fee676a5837", "bcbab3ffbf7c1b45"],
  [17, "bc307578d06e9d93", "0b899dcc680c6447"],
  [31, "2d2ee27366193cf5", "008b984e0c741061"],
  [32, "ffdae7523dd0daec", "b50a64a1058995ac"],
  [33, "27b514591ef37d2d", "be35706df75f1716"],
  [64, "2c6e0b294abfc3f0", "d6738b33992441ab"],
  [65, "31d8db1918167d5c", "af2297b5fa8eb2c0"],
  [96, "1ebab520f4c1e5af", "7b268c7ecb303d34"],
  [97, "4a2cfee5178bde3c", "97071fe02ddf1f0d"],
  [127, "1373662ceb8090a9", "d71fa95fc05677dd"],
  [128, "a45617bfe9bb88d6", "b648f75ff57f7aaa"],
  [129, "4ca31f6b2cfd9a3e", "4b8208096afb5e76"],
  [143, "3f545ee9bfdf1147", "e0f071d7caccafe4"],
  [144, "b5c37a9269e05742", "aca24b3d8f39d203"],
  [160, "2fb4144dd1b5a99e", "6a8d2469b8af794d"],
  [192, "dd6770141a9d3a2f", "52d0cbfc54341ac8"],
  [239, "445e8238d8be5de5", "fd07abc28b084c6b"],
  [240, "2817ed3cdf9547e7", "c7672f38f3f9af2a"],
  [241, "02f838dd48200ee8", "79daf1bfa69f4115"],
  [255, "d084c9edabd7749c", "2b396f58df2ae947"],
  [256, "c67d143ec3572269", "a27f86bcd91d3724"],
  [512, "81d2bb89df27623e", "d4a87bdb352016a5"],
  [1024, "4ecde09865c37511", "b98e04fd04ef0195"],
  [1025, "a08b2694bf52957e", "f96653ad13fca218"],
  [1087, "53fd823ac0b17e25", "8100a73515a491f5"],
  [1088, "523d9597bdae5bc1", "6f354696c19d4d12"],
  [1089, "d0512606aeb0d288", "90b54e3c1dfa0386"],
  [2048, "1d0f40a0ff717f3e", "fb33cdb2c9a9fa1b"],
  [2049, "f24d7378a4afeffc", "d51d6e6309e33121"],
  [4096, "5b1812436f21d06d", "f0dbac38aa59df9c"],
  [5000, "4e105b8b18465da3", "cfa57409cef69d96"],
];

const hex = (sum: bigint): string => sum.toString(16).padStart(16, "0");

test.each(sums)("of %i bytes", (length, unseeded, seeded) => {
  expect(hex(xxh3(input.subarray(0, length), 0n))).toBe(unseeded);
  expect(hex(xxh3(input.subarray(0, length), seed))).toBe(seeded);
});

test("is the same wherever the bytes lie", () => {
  for (const length of [3, 7, 12, 100, 200, 1500]) {
    const shifted = new Uint8Array(length + 3);
    shifted.set(input.subarray(0, length), 3);
    expect(xxh3(shifted.subarray(3), seed)).toBe(xxh3(input.subarray(0, length), seed));
  }
});

test("carries from the lower half of a sum to the upper, however large the bytes", () => {
  expect(hex(xxh3(new Uint8Array(1200).fill(0xff), 0n))).toBe("0f54abff445c58ec");
  expect(hex(xxh3(new Uint8Array(100_000), 0xffff_ffff_ffff_ffffn))).toBe("d2ebddfcd99df4f0");
});
