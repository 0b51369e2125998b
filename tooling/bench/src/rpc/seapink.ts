import type { Dialect } from "@seapink/core";
import { framed } from "@seapink/dialect-classic";
import { rocket } from "@seapink/dialect-rocket";
import { binary } from "@seapink/protocol-binary";
import { compact } from "@seapink/protocol-compact";
import { createClient, implement } from "@seapink/rpc";
import { connect, listen } from "@seapink/transport-tcp";
import { workloads } from "../codec/workloads.ts";
import { checkEcho } from "./check-echo.ts";
import type { EchoSubject } from "./echo-subject.ts";
import { MediaEcho } from "./media-echo.ts";

export const seapinkFramed: EchoSubject = seapink(framed({ protocols: [binary()] }));

/** With bodies as the framed dialect has them, so that the two dialects are compared, */
export const seapinkRocketBinary: EchoSubject = seapink(rocket({ protocols: [binary()] }));

/** and in fbthrift's compact, as its peers speak it. */
export const seapinkRocketCompact: EchoSubject = seapink(rocket({ protocols: [compact({ variant: "fbthrift" })] }));

/** Ours, put together as its users do. */
function seapink(dialect: Dialect): EchoSubject {
  return {
    async serve() {
      const handler = implement(MediaEcho, { echo: ({ content }) => content });
      const server = await listen(handler, { port: 0, dialects: [dialect] });
      return server.port;
    },
    async connect(port) {
      const client = createClient(MediaEcho, await connect({ port, dialect }));
      const args = { content: workloads.media };
      return {
        check: async () => checkEcho(await client.echo(args)),
        call: (answered, failed) => void client.echo(args).then(answered, failed),
      };
    },
  };
}
