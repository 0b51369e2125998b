// oxlint-disable typescript/await-thenable -- what comes of an IDL that is read at run time has no types
import { rocket } from "@seapink/dialect-rocket";
import { loadIdl } from "@seapink/idl/node";
import { compact } from "@seapink/protocol-compact";
import { createClient, implement } from "@seapink/rpc";
import { connect, listen } from "@seapink/transport-tcp";

const program = await loadIdl("streams-and-interactions.thrift");
const Notebook = program.service("Notebook");
const NotFound = program.exception("NotFound");
const pages = new Map([["todo", ["rest", "work", "rest"]]]);
const endings = [];

function find(name) {
  const lines = pages.get(name);
  if (lines === undefined) throw new NotFound({ page: name });
  return lines;
}

async function* each(lines) {
  for await (const line of lines) yield line;
}

async function* upperCase(lines) {
  for await (const line of lines) yield line.toUpperCase();
}

async function addAll(items, lines) {
  for await (const line of items) lines.push(line);
  return { lines: lines.length };
}

class Reader {
  #at = 0;
  #lines;

  constructor(lines) {
    this.#lines = lines;
  }

  skip({ lines }) {
    return (this.#at += lines);
  }

  async *read() {
    while (this.#at < this.#lines.length) yield this.#lines[this.#at++];
  }

  onTermination(reason) {
    endings.push(reason);
  }
}

class Draft {
  #lines = [];

  add({ line }) {
    return this.#lines.push(line);
  }
}

const infoOf = (name) => ({ lines: find(name).length });

const handler = implement(Notebook, {
  read: ({ name }) => each(find(name)),
  readWithInfo: ({ name }) => ({ response: infoOf(name), stream: each(find(name)) }),
  async upload({ name }, { items }) {
    const lines = [];
    const info = await addAll(items, lines);
    pages.set(name, lines);
    return info;
  },
  append: ({ name }, { items }) => ({ response: infoOf(name), final: addAll(items, find(name)) }),
  shout: (_, { items }) => upperCase(items),
  open: ({ name }) => new Reader(find(name)),
  openWithInfo: ({ name }) => [new Reader(find(name)), infoOf(name)],
  openAndRead: ({ name }) => [new Reader(find(name)), each(find(name))],
  createDraft: () => new Draft(),
});

const dialect = rocket({ protocols: [compact({ variant: "fbthrift" })] });
await using server = await listen(handler, { port: 0, dialects: [dialect] });
await using channel = await connect({ port: server.port, dialect });
const client = createClient(Notebook, channel);

for await (const line of await client.read({ name: "todo" })) {
  console.log(line); // rest
  if (line === "rest") break; // the server's generator is returned
}
const { response, stream } = await client.readWithInfo({ name: "todo" });
console.log(response.lines, await Array.fromAsync(stream)); // 3 [ 'rest', 'work', 'rest' ]

console.log(await client.upload({ name: "shopping" }, { items: ["tea", "milk"] })); // { lines: 2 }

const appending = await client.append({ name: "shopping" }, { items: ["bread"] });
console.log(appending.response, await appending.final); // { lines: 2 } { lines: 3 }

const shouted = await client.shout({}, { items: each(["hey", "you"]) });
console.log(await Array.fromAsync(shouted)); // [ 'HEY', 'YOU' ]

const opening = client.open({ name: "todo" });
const skipped = opening.handle.skip({ lines: 2 }); // is sent at once, right behind `open`
{
  await using reader = await opening;
  console.log(await skipped, await Array.fromAsync(await reader.read())); // 2 [ 'rest' ]
}

const [reader, info] = await client.openWithInfo({ name: "todo" });
const [other, lines] = await client.openAndRead({ name: "todo" });
console.log(info, await Array.fromAsync(lines)); // { lines: 3 } [ 'rest', 'work', 'rest' ]
await Promise.all([reader.close(), other.close()]);

const draft = client.createDraft(); // sends nothing yet
console.log(await draft.add({ line: "once upon a time" })); // 1
await draft.close();

await reader.skip({ lines: 1 }).catch(({ code, message }) => console.log(`${code}: ${message}`));
// interaction_lost: Reader: the interaction is over: it was closed

await channel.close();
await server.close();
console.log(endings); // [ 'closed', 'closed', 'closed' ]
