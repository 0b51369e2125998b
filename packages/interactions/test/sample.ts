import { defaultLimits, type Scope } from "@seapink/core";
import { InteractionTable, newInteraction } from "@seapink/interactions";
import { interaction } from "@seapink/schema";

const connection = new AbortController();
const peer = { address: "memory:", alpn: undefined, identity: undefined, headers: new Map() };
const scope: Scope = { peer, closed: connection.signal, channel: undefined };
export const log: string[] = [];
const file = { read: () => "text", onTermination: (reason: string) => log.push(reason) };

const table = new InteractionTable(scope, defaultLimits, console.error);
const identity = newInteraction("FileAccess");
const tile = table.begin(identity.interaction, interaction("FileAccess", []));
const opened = tile.create(async () => tile.created(file)); // the factory call
const read = tile.run(async () => log.push((tile.object as typeof file).read())); // a call behind it, which waits
await Promise.all([opened, read]);
identity.end();
