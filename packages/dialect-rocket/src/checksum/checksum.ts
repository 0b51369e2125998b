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

const algorithms: Readonly<Record<ChecksumName, number>> = {
  crc32c: ChecksumAlgorithm.crc32,
  xxh3: ChecksumAlgorithm.xxh3,
};

/** Sums up a body, with a salt of its own. */
export function checksumOf(name: ChecksumName, bytes: Uint8Array): Checksum {
  const salt = crypto.getRandomValues(new BigInt64Array(1))[0] as bigint;
  const algorithm = algorithms[name];
  return { algorithm, checksum: sumOf(algorithm, salt, bytes) as bigint, salt };
}

/** `undefined` for an algorithm that is not known. Salts are seeds (ChecksumGenerator.cpp). */
function sumOf(algorithm: number, salt: bigint, bytes: Uint8Array): bigint | undefined {
  if (algorithm === ChecksumAlgorithm.crc32) return BigInt(crc32cOf(bytes, Number(BigInt.asUintN(32, salt))));
  if (algorithm === ChecksumAlgorithm.xxh3) return BigInt.asIntN(64, xxh3(bytes, BigInt.asUintN(64, salt)));
  return undefined;
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
  return sumOf(checksum.algorithm, checksum.salt, bytes) === checksum.checksum;
}
