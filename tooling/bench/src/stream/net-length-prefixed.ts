import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { item } from "./item.ts";
import { type StreamSubject, timed } from "./stream-subject.ts";

const lengthBytes = 4;
const itemsInBlock = 630;

/** Sockets, a length before each item, and nothing else: the client says how many it wants, and cuts what comes. */
export const netLengthPrefixed: StreamSubject = {
  async serve() {
    const server = createServer((socket) => void send(socket));
    await once(server.listen(0, "127.0.0.1"), "listening");
    return (server.address() as AddressInfo).port;
  },
  async take(port, amount) {
    const socket = connect(port, "127.0.0.1");
    await once(socket, "connect");
    return await timed(async () => {
      socket.write(framed(amount));
      let count = 0;
      for await (const { length } of itemsOf(socket)) if (length === item.length) count++;
      return count;
    });
  },
};

/** Writes blocks of about 64 KiB, as fast as the client reads. */
async function send(socket: Socket): Promise<void> {
  const [request] = (await once(socket, "data")) as [Buffer];
  const framedItem = Buffer.concat([framed(item.length), item]);
  const block = Buffer.alloc(itemsInBlock * framedItem.length, framedItem);
  for (let left = request.readUInt32BE(); left > 0; left -= itemsInBlock) {
    const isFree = socket.write(block.subarray(0, left * framedItem.length));
    if (!isFree) await once(socket, "drain");
  }
  socket.end();
}

function framed(length: number): Buffer {
  const bytes = Buffer.alloc(lengthBytes);
  bytes.writeUInt32BE(length);
  return bytes;
}

async function* itemsOf(socket: Socket): AsyncGenerator<Uint8Array> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of socket) {
    const bytes = rest.length === 0 ? (chunk as Buffer) : Buffer.concat([rest, chunk as Buffer]);
    let at = 0;
    while (at + lengthBytes <= bytes.length) {
      const end = at + lengthBytes + bytes.readUInt32BE(at);
      if (end > bytes.length) break;
      yield bytes.subarray(at + lengthBytes, end);
      at = end;
    }
    rest = bytes.subarray(at);
  }
}
