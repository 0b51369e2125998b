import { defaultLimits, type Handler } from "@seapink/core";
import { framed } from "@seapink/dialect-classic";
import { binary } from "@seapink/protocol-binary";
import { memoryLanes } from "@seapink/transport-memory";

const dialect = framed({ protocols: [binary()] });
const conversation = { limits: defaultLimits, handler: undefined, onError: console.error };
const [client, server] = memoryLanes();
export const calls: string[] = [];
const handler: Handler = async ({ method }) => {
  calls.push(method);
  return undefined;
};
dialect.accept(server, handler, conversation);
const message = [0x80, 1, 0, 4, 0, 0, 0, 4, 0x70, 0x69, 0x6e, 0x67, 0, 0, 0, 1, 0]; // a oneway call of ping()
client.out.raw(Uint8Array.of(0, 0, 0, message.length, ...message));
client.commit();
