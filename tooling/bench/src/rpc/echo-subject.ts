/** Somebody's RPC: a server that echoes the media record, and a client of it. */
export interface EchoSubject {
  /** Listens on the loopback until the process ends; returns the port. */
  serve(): Promise<number>;
  /** Opens one connection, and no more, whatever is in flight. */
  connect(port: number): Promise<EchoClient>;
}

export interface EchoClient {
  /** Sends the record once, and rejects if anything else comes back. */
  check(): Promise<void>;
  /** Sends the record; calls one of the two, once, in the way that the subject has for it. */
  call(answered: () => void, failed: (error: unknown) => void): void;
}
