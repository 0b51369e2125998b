import { framed } from "@seapink/dialect-classic";
import { binary } from "@seapink/protocol-binary";
import { createClient, implement, reconnecting } from "@seapink/rpc";
import { Authority } from "@seapink/testing/node";
import { connect, listen, type Server } from "@seapink/transport-tcp";
import { expect, test } from "vitest";
import { Echo, echo } from "./echo.ts";

const authority = new Authority("test authority");
const certified = authority.issue("server", { names: ["127.0.0.1"] });
const dialect = framed({ protocols: [binary()], multiplexed: true });

function serve(port: number, tls = certified): Promise<Server> {
  return listen(implement(Echo, echo), { port, tls, dialects: [dialect], onError: () => undefined });
}

test("connects again over TLS, and trusts nobody else who has the port meanwhile", async () => {
  const errors: unknown[] = [];
  const first = await serve(0);
  const { port } = first;
  const open = (signal: AbortSignal): ReturnType<typeof connect> =>
    connect({ port, tls: { ca: authority.cert }, dialect, signal });
  await using channel = reconnecting(open, { minDelayMs: 1, maxDelayMs: 1, onError: (error) => errors.push(error) });
  const client = createClient(Echo, channel);
  expect(await client.say({ text: "a" })).toBe("a");
  await first.close();

  const impostor = await serve(port, new Authority("another").issue("server", { names: ["127.0.0.1"] }));
  await expect(client.say({ text: "b" })).rejects.toMatchObject({ code: "not_open", mayHaveRun: false });
  await impostor.close();

  await using _second = await serve(port);
  expect(await client.say({ text: "c" })).toBe("c");
  expect(errors).toContainEqual(
    expect.objectContaining({ cause: expect.objectContaining({ code: "UNABLE_TO_VERIFY_LEAF_SIGNATURE" }) }),
  );
});
