import { connectTo, listenOn, parseAddress } from "@seapink/addresses";
import { compile } from "@seapink/idl";
import { createClient, implement } from "@seapink/rpc";

const Echo = compile({ "echo.thrift": "service Echo { string echo(1: string text) }" }).service("Echo");
const handler = implement(Echo, { echo: ({ text }) => text });

await using server = await listenOn(parseAddress("any://127.0.0.1:0"), handler);
const at = server.address.replace("any:", "rocket:"); // rocket://127.0.0.1:43210
await using channel = await connectTo(parseAddress(at));
export const echoed: unknown = await createClient(Echo, channel).echo?.({ text: "hello" });
