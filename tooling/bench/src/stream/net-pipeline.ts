import { once } from "node:events";
import { createReadStream } from "node:fs";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileName } from "./served-file.ts";
import { type StreamSubject, timed } from "./stream-subject.ts";

/** Node's own way to send a file: each connection gets all of it. */
export const netPipeline: StreamSubject = {
  async serve(folder) {
    const server = createServer((socket) => void pipeline(createReadStream(join(folder, fileName)), socket));
    await once(server.listen(0, "127.0.0.1"), "listening");
    return (server.address() as AddressInfo).port;
  },
  async take(port) {
    const socket = connect(port, "127.0.0.1");
    await once(socket, "connect");
    return await timed(() => bytesOf(socket));
  },
};

async function bytesOf(socket: Socket): Promise<number> {
  let bytes = 0;
  for await (const chunk of socket) bytes += (chunk as Uint8Array).length;
  return bytes;
}
