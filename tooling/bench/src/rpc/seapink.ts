import { framed } from "@seapink/dialect-classic";
import { binary } from "@seapink/protocol-binary";
import { createClient, implement } from "@seapink/rpc";
import { connect, listen } from "@seapink/transport-tcp";
import { workloads } from "../codec/workloads.ts";
import { checkEcho } from "./check-echo.ts";
import type { EchoSubject } from "./echo-subject.ts";
import { MediaEcho } from "./media-echo.ts";

/** Ours, put together as its users do. */
export const seapink: EchoSubject = {
  async serve() {
    const handler = implement(MediaEcho, { echo: ({ content }) => content });
    const server = await listen(handler, { port: 0, dialects: [framed({ protocols: [binary()] })] });
    return server.port;
  },
  async connect(port) {
    const client = createClient(MediaEcho, await connect({ port, dialect: framed({ protocols: [binary()] }) }));
    const args = { content: workloads.media };
    return {
      check: async () => checkEcho(await client.echo(args)),
      call: (answered, failed) => void client.echo(args).then(answered, failed),
    };
  },
};
