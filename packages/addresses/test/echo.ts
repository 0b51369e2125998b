import { connectTo, type ConnectToOptions, parseAddress } from "@seapink/addresses";
import { compile } from "@seapink/idl";
import { createClient, implement, type ServiceHandler } from "@seapink/rpc";

const Echo = compile({ "echo.thrift": "service Echo { string echo(1: string text) }" }).service("Echo");

export const echoHandler: ServiceHandler = implement(Echo, { echo: ({ text }: { readonly text: string }) => text });

/** A handler that answers once it has been let go, and tells when it was called. */
export function heldEcho(): { handler: ServiceHandler; called: Promise<void>; letGo: () => void } {
  const called = Promise.withResolvers<void>();
  const going = Promise.withResolvers<void>();
  const handler = implement(Echo, {
    async echo({ text }: { readonly text: string }) {
      called.resolve();
      await going.promise;
      return text;
    },
  });
  return { handler, called: called.promise, letGo: going.resolve };
}

/** One call to an echo at an address. */
export async function echoAt(address: string, text: string, options?: ConnectToOptions): Promise<unknown> {
  await using channel = await connectTo(parseAddress(address), options);
  return await createClient(Echo, channel, { timeoutMs: 5_000 })["echo"]?.({ text });
}
