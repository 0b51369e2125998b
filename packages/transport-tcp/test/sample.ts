import { type Handler, noHeaders } from "@seapink/core";
import { framed } from "@seapink/dialect-classic";
import { binary } from "@seapink/protocol-binary";
import { connect, listen } from "@seapink/transport-tcp";

const handler: Handler = async ({ body, protocol }) => {
  return { headers: noHeaders, body, protocol, exception: undefined, items: undefined };
};
const dialect = framed({ protocols: [binary()] });
await using server = await listen(handler, { port: 0, dialects: [dialect] });
await using channel = await connect({ port: server.port, dialect });
export const { address } = server;
export const isOpen: boolean = !channel.closing.aborted;
