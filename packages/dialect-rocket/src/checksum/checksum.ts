import { ChecksumAlgorithm } from "./algorithm.ts";
import { crc32c as crc32cOf } from "./crc32c.ts";
import { xxh3 } from "./xxh3.ts";

/** The sum of a body before it is compressed, as metadata has it. */
export interface Checksum {
  /** One of `ChecksumAlgorithm`. */
  readonly algorithm: number;
  /** 64 bits as a signed number. */
  readonly checksum: bigint;
  readonly salt: bigint;
}

/** `crc32c` is the cheaper one. */
export type ChecksumName = "crc32c" | "xxh3";

interface Sum {
  readonly algorithm: number;
  readonly of: (salt: bigint, bytes: Uint8Array) => bigint;
}

// Salts are seeds (ChecksumGenerator.cpp).
const sums: Readonly<Record<ChecksumName, Sum>> = {
  crc32c: {
    algorithm: ChecksumAlgorithm.crc32,
    of: (salt, bytes) => BigInt(crc32cOf(bytes, Number(BigInt.asUintN(32, salt)))),
  },
  xxh3: {
    algorithm: ChecksumAlgorithm.xxh3,
    of: (salt, bytes) => BigInt.asIntN(64, xxh3(bytes, BigInt.asUintN(64, salt))),
  },
};

/** Sums up a body, with a salt of its own. */
export function checksumOf(name: ChecksumName, bytes: Uint8Array): Checksum {
  const [salt = 0n] = crypto.getRandomValues(new BigInt64Array(1));
  const { algorithm, of } = sums[name];
  return { algorithm, checksum: of(salt, bytes), salt };
}

/**
 * Whether a body is what its sums say, as far as there are any.
 * @param crc32c the older form: without a salt, an unsigned number as a signed one
 */
export function isChecksumRight(
  bytes: Uint8Array,
  crc32c: number | undefined,
  checksum: Checksum | undefined,
): boolean {
  if (crc32c !== undefined && crc32cOf(bytes) !== crc32c >>> 0) return false;
  if (checksum === undefined || checksum.algorithm === ChecksumAlgorithm.none) return true;
  const sum = Object.values(sums).find(({ algorithm }) => algorithm === checksum.algorithm);
  return sum?.of(checksum.salt, bytes) === checksum.checksum;
}
