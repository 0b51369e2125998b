/** One way to make bodies shorter, for dialects that can say so on the wire. Synchronous, in memory. */
export interface Compression {
  /** The algorithm's name: `zlib` (RFC 1950), `zstd` (RFC 8878). */
  readonly name: string;
  compress(bytes: Uint8Array): Uint8Array;
  /** @throws ProtocolError `invalid_data` for other bytes, `size_limit` for what would be longer than `maxBytes` */
  decompress(bytes: Uint8Array, maxBytes: number): Uint8Array;
}
