/** Somebody's streams: a server that sends so much of something, and a client that takes all of it. */
export interface StreamSubject {
  /**
   * Listens on the loopback until the process ends; returns the port.
   * @param folder where the file is that is served, if one is
   */
  serve(folder: string): Promise<number>;
  /** Opens a connection, and takes so much, to the end of the stream. */
  take(port: number, amount: number): Promise<Taken>;
}

/** What came over a stream, in bytes or in items, and how long it took from the request to the end. */
export interface Taken {
  readonly amount: number;
  readonly elapsedMs: number;
}

/** @param take returns how much has come */
export async function timed(take: () => Promise<number>): Promise<Taken> {
  const begin = performance.now();
  const amount = await take();
  return { amount, elapsedMs: performance.now() - begin };
}
