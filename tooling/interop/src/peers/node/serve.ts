import { once } from "node:events";
import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { handlers } from "./handlers.ts";
import { generated, library } from "./library.ts";
import { type NodeDescription, type NodeSettings, readDescription, spoken } from "./settings.ts";
import { Values } from "./values.ts";

/** Servers: one for each service, or a multiplexed one for all. */
export async function serve(settings: NodeSettings): Promise<void> {
  const description = readDescription(settings);
  const all = handlers(new Values(description, settings.generated), description);
  const processors = Object.entries(all).map(
    ([name, handler]) => [name, processor(settings, description, name, handler)] as const,
  );
  const ports = settings.multiplexed ? await together(settings, processors) : await apart(settings, processors);
  console.log(`ready ${JSON.stringify(ports)}`);
}

type Processors = readonly (readonly [name: string, processor: object])[];

async function together(settings: NodeSettings, processors: Processors): Promise<object> {
  const all = new library.MultiplexedProcessor();
  for (const [name, one] of processors) all.registerProcessor(name, one);
  const port = await start(settings, all);
  return Object.fromEntries(processors.map(([name]) => [name, port]));
}

async function apart(settings: NodeSettings, processors: Processors): Promise<object> {
  const ports = processors.map(async ([name, one]) => [name, await start(settings, one)] as const);
  return Object.fromEntries(await Promise.all(ports));
}

function processor(settings: NodeSettings, { services }: NodeDescription, name: string, handler: object): object {
  const { Processor } = generated(join(settings.generated, `${name}.js`));
  if (services[name] === undefined || Processor === undefined) throw new RangeError(`no such service: ${name}`);
  return new Processor(handler);
}

async function start(settings: NodeSettings, processor: object): Promise<number> {
  const { certFile, keyFile } = settings.pemFiles;
  const tls = settings.tls ? { tls: { cert: readFileSync(certFile), key: readFileSync(keyFile) } } : {};
  const server = library.createMultiplexServer(processor, { ...spoken(settings), ...tls });
  // What a message does to it is seen by the client.
  server.on("error", (error) => console.error(error.message));
  await once(server.listen(0, "127.0.0.1"), "listening");
  return (server.address() as AddressInfo).port;
}
