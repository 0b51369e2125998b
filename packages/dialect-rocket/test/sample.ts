import type { Handler } from "@seapink/core";
import { rocket } from "@seapink/dialect-rocket";
import { compact } from "@seapink/protocol-compact";
import { connect, listen } from "@seapink/transport-tcp";

export async function begin(handler: Handler): Promise<AsyncDisposable[]> {
  const dialect = rocket({ protocols: [compact({ variant: "fbthrift" })] });
  const server = await listen(handler, { port: 0, dialects: [dialect] });
  const channel = await connect({ port: server.port, dialect });
  return [channel, server];
}
