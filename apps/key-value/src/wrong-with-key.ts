/** LMDB's own limit is 1978 bytes. */
const maxKeyBytes = 1024;

/** What is wrong with a key, if anything is. */
export function wrongWithKey(key: string): string | undefined {
  const size = Buffer.byteLength(key);
  return size > maxKeyBytes ? `key: expected at most ${maxKeyBytes} bytes, got ${size}` : undefined;
}
