import { type Handler, isThriftError, noHeaders, type Reply } from "@seapink/core";
import { framed, unframed } from "@seapink/dialect-classic";
import { binary } from "@seapink/protocol-binary";
import { listen } from "@seapink/transport-tcp";

/** What the server tells the test that started it. */
export interface Report {
  /** How often each error was reported. */
  readonly reasons: Readonly<Record<string, number>>;
  readonly openConnections: number;
  readonly residentBytes: number;
  /** On the heap and in buffers, after the garbage was collected. */
  readonly heldBytes: number;
}

const options = { protocols: [binary()] };
const reasons = new Map<string, number>();
let openConnections = 0;

// Answers with the arguments, which are a struct as good as any.
const handler: Handler = async ({ body, protocol }): Promise<Reply> => ({
  headers: noHeaders,
  body,
  exception: undefined,
  protocol,
  items: undefined,
});

const server = await listen(handler, {
  port: 0,
  dialects: [framed(options), unframed(options)],
  limits: { detectTimeoutMs: 200, frameTimeoutMs: 200 },
  onError(error) {
    const reason = isThriftError(error) ? error.code : String(error);
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    tell();
  },
  onConnection({ channel }) {
    openConnections++;
    channel.closing.addEventListener("abort", () => openConnections--, { once: true });
  },
});

/** So many reasons are waited for; `undefined` if nobody asks. */
let awaited: number | undefined;

function tell(): void {
  const count = [...reasons.values()].reduce((sum, times) => sum + times, 0);
  if (awaited === undefined || count < awaited) return;
  awaited = undefined;
  // Not from inside the report of the last: what follows from it has happened then.
  setImmediate(send);
}

function send(): void {
  globalThis.gc?.();
  const { rss, heapUsed, arrayBuffers } = process.memoryUsage();
  const report: Report = {
    reasons: Object.fromEntries(reasons),
    openConnections,
    residentBytes: rss,
    heldBytes: heapUsed + arrayBuffers,
  };
  reasons.clear();
  process.send?.(report);
}

process.on("message", (count: number) => {
  awaited = count;
  tell();
});
process.on("disconnect", () => process.exit());
process.send?.(server.port);
