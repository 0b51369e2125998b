import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** Passes bytes on between both sides, until it is silent: then it keeps both connections, and passes nothing. */
export class SilentProxy {
  readonly #server = createServer((near) => this.#join(near));
  readonly #sockets: Socket[] = [];
  readonly #to: number;
  isSilent = false;
  /** How many frames of KEEPALIVE have passed, both ways. */
  keepAlives = 0;
  /** Resolves with what the server says first. */
  readonly answered: Promise<Buffer>;
  #onAnswered!: (bytes: Buffer) => void;

  private constructor(to: number) {
    this.#to = to;
    this.answered = new Promise((resolve) => (this.#onAnswered = resolve));
  }

  static async before(port: number): Promise<SilentProxy> {
    const proxy = new SilentProxy(port);
    await once(proxy.#server.listen(0, "127.0.0.1"), "listening");
    return proxy;
  }

  get port(): number {
    const address = this.#server.address() as AddressInfo;
    return address.port;
  }

  #join(near: Socket): void {
    const far = connect(this.#to, "127.0.0.1");
    this.#pass(near, far);
    this.#pass(far, near);
    far.once("data", (bytes: Buffer) => this.#onAnswered(bytes));
  }

  #pass(from: Socket, to: Socket): void {
    this.#sockets.push(from);
    from.on("error", () => undefined);
    from.on("data", (bytes: Buffer) => {
      // One frame, of 14 bytes, as it is where nothing else is said.
      if (bytes.length === 17 && bytes[7] === 0x0c) this.keepAlives++;
      if (!this.isSilent) to.write(bytes);
    });
    from.on("close", () => {
      if (!this.isSilent) to.destroy();
    });
  }

  close(): void {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
  }
}
