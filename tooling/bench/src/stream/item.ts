/** What is streamed many times. */
export const item: Uint8Array = new Uint8Array(100).fill(0x61);
