import { rocket } from "@seapink/dialect-rocket";
import { compact } from "@seapink/protocol-compact";
import { createClient, implement } from "@seapink/rpc";
import { connect, listen } from "@seapink/transport-tcp";
import { Library, NotFound, type ReaderHandler, type ReaderMethods } from "./gen/reading.ts";

const pages = new Map([["today", ["rest", "work", "rest"]]]);

class Reader implements ReaderHandler {
  #at = 0;
  readonly #lines: readonly string[];

  constructor(lines: readonly string[]) {
    this.#lines = lines;
  }

  // What a class implements does not give its parameters their types; the signatures have them.
  skip({ lines }: ReaderMethods["skip"]["args"]): number {
    return (this.#at += lines);
  }

  async *read(): AsyncGenerator<string> {
    for (const line of this.#lines.slice(this.#at)) yield line;
  }

  // "closed", "disconnected", "shutdown" or "idle"
  onTermination(reason: string): void {
    console.log(reason);
  }
}

const handler = implement(Library, {
  open({ page }, context): Reader {
    return new Reader(pages.get(page) ?? context.raise(new NotFound({ page })));
  },
});

const dialect = rocket({ protocols: [compact({ variant: "fbthrift" })] });
await using server = await listen(handler, { port: 0, dialects: [dialect] });
await using channel = await connect({ port: server.port, dialect });
const client = createClient(Library, channel);

try {
  await client.open({ page: "tomorrow" });
} catch (error) {
  if (error instanceof NotFound) console.log("not found:", error.page);
}

{
  await using reader = await client.open({ page: "today" });
  await reader.skip({ lines: 1 });
  for await (const line of await reader.read()) console.log(line);
}
