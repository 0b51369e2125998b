import { connect, type Socket } from "node:net";

/** A client that writes what it likes and remembers what comes back. */
export class RawSocket {
  readonly socket: Socket;
  readonly #closed: Promise<void>;
  #received = "";
  #onReceived: () => void = () => undefined;

  constructor(port: number, first: string | Uint8Array = "") {
    this.socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
    this.socket.on("error", () => undefined);
    this.socket.on("data", (bytes) => {
      this.#received += bytes.toString("latin1");
      this.#onReceived();
    });
    this.#closed = new Promise((resolve) => this.socket.once("close", () => resolve()));
    if (first.length > 0) this.socket.write(first);
  }

  /** Resolves when as much as this has come. */
  async received(text: string): Promise<string> {
    while (this.#received.length < text.length) await new Promise<void>((resolve) => (this.#onReceived = resolve));
    return this.#received;
  }

  /** Resolves when the server has closed or reset the connection. */
  async closed(): Promise<void> {
    this.socket.once("end", () => this.socket.end());
    await this.#closed;
  }

  [Symbol.dispose](): void {
    this.socket.destroy();
  }
}
