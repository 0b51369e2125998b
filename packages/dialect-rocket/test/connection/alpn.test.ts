import { type Dialect, type Handler, noHeaders, type Reply } from "@seapink/core";
import { rocket } from "@seapink/dialect-rocket";
import { binary } from "@seapink/protocol-binary";
import { compact } from "@seapink/protocol-compact";
import { Authority } from "@seapink/testing/node";
import { connect, listen } from "@seapink/transport-tcp";
import { expect, test } from "vitest";

const authority = new Authority("test authority");
const server = authority.issue("server", { names: ["127.0.0.1"] });

/** Stands first in the list, and would take any connection that it may look at. */
const greedy: Dialect = { ...rocket({ protocols: [binary()] }), name: "greedy", alpn: ["other"], detect: () => "yes" };

/** Answers with what TLS agreed on. */
const handler: Handler = async ({ scope, protocol }): Promise<Reply> => {
  expect(protocol?.name).toBe("compact-fbthrift");
  const headers = new Map([["alpn", scope?.peer.alpn ?? "none"]]);
  return { headers, body: Uint8Array.of(0), exception: undefined, protocol, items: undefined };
};

test("TLS chooses Rocket as rs, whatever else is listed", async () => {
  const dialect = rocket({ protocols: [compact({ variant: "fbthrift" })] });
  const listening = await listen(handler, { port: 0, dialects: [greedy, dialect], tls: server });
  const channel = await connect({ port: listening.port, host: "127.0.0.1", dialect, tls: { ca: authority.cert } });
  const reply = await channel.handle({
    service: undefined,
    method: "ping",
    kind: "call",
    protocol: compact({ variant: "fbthrift" }),
    headers: noHeaders,
    body: Uint8Array.of(0),
    items: undefined,
    interaction: undefined,
    deadline: undefined,
    signal: undefined,
    scope: undefined,
    identity: undefined,
  });
  expect(reply?.headers.get("alpn")).toBe("rs");
  await channel.close();
  await listening.close();
});
