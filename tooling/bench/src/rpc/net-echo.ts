import { once } from "node:events";
import { type AddressInfo, connect, createServer } from "node:net";
import { FrameEcho } from "./frame-echo.ts";
import type { EchoSubject } from "./echo-subject.ts";

/** Sockets and nothing else, a write for each call: what RPC without batching could reach at most. */
export const netEcho: EchoSubject = echo(false);

/** The same with one write for all calls of a turn, as ours makes: no call costs anything of its own. */
export const netEchoCoalesced: EchoSubject = echo(true);

function echo(coalesces: boolean): EchoSubject {
  return {
    async serve() {
      const server = createServer({ noDelay: true }, (socket) => void socket.pipe(socket));
      await once(server.listen(0, "127.0.0.1"), "listening");
      return (server.address() as AddressInfo).port;
    },
    async connect(port) {
      const socket = connect({ port, host: "127.0.0.1", noDelay: true });
      await once(socket, "connect");
      return new FrameEcho(socket, coalesces);
    },
  };
}
