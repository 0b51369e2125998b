/** How bodies are summed up (RpcMetadata.thrift, ChecksumAlgorithm). */
export const ChecksumAlgorithm = { none: 0, crc32: 1, xxh3: 2 } as const;
