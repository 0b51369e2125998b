import {
  type Body,
  type Call,
  type Filter,
  isThriftError,
  type Items,
  now,
  type Payload,
  type Reply,
} from "@seapink/core";
import { type LogEntry, whenEnded } from "@seapink/rpc";
import { mapped } from "../mapped.ts";

/**
 * Tells of each call when it is over, and how that came: when its answer and the last of its items have been written,
 * when one of them cannot be, when the client wants no more of them, or is gone.
 */
export function logCalls(write: (entry: LogEntry) => void): Filter {
  return (next) => async (call) => {
    const logged = new LoggedCall(call, write);
    try {
      return logged.answered(await next(call));
    } catch (error) {
      logged.end(codeOf(error));
      throw error;
    }
  };
}

const ok = "ok";
const failed = "error";

class LoggedCall {
  readonly #call: Call;
  readonly #write: (entry: LogEntry) => void;
  readonly #began = now();
  /** Whether the first response has been written. */
  #isBegun = false;
  /** What comes of its items, as soon as that is known. */
  #outcome: string | undefined;
  #isOver = false;

  constructor(call: Call, write: (entry: LogEntry) => void) {
    this.#call = call;
    this.#write = write;
  }

  end(outcome: string): void {
    if (this.#isOver) return;
    this.#isOver = true;
    const { service, method, scope } = this.#call;
    this.#write({ service, method, peer: scope?.peer.address, durationMs: now() - this.#began, outcome });
  }

  /** The answer to pass on. What is wrong with it is seen by whoever writes it. */
  answered(reply: Reply | undefined): Reply | undefined {
    if (reply?.items !== undefined) return this.#begun(reply, reply.items);
    if (reply === undefined) this.end(ok);
    else this.#endUnwritten();
    return reply && { ...partsOf(reply), body: this.#watched(reply.body, (error) => this.end(error ?? nameOf(reply))) };
  }

  // Nobody writes an answer for those who are gone.
  #endUnwritten(): void {
    const { signal } = this.#call;
    const end = (): void => void setImmediate(() => this.end(this.#reason()));
    if (signal?.aborted) end();
    else signal?.addEventListener("abort", end, { once: true });
  }

  #begun(reply: Reply, items: Items): Reply {
    const body = this.#watched(reply.body, (error) => {
      this.#isBegun = true;
      this.#outcome = error;
    });
    const watched = { ...partsOf(reply), body, items: this.#items(items) };
    return whenEnded(watched, () => this.end(this.#outcome ?? this.#reason()));
  }

  #items(items: Items): Items {
    return mapped(items, {
      change: (item) => this.#item(item),
      told: (error) => {
        this.#outcome = codeOf(error);
        return error;
      },
      onEnd: () => void (this.#outcome ??= ok),
    });
  }

  // After an exception, and after what ends a sink, nobody asks whether there is more.
  #item(item: Payload): Payload {
    const isLast = item.exception !== undefined || this.#call.kind === "sink";
    const written = (error: string | undefined): void =>
      void (this.#outcome = error ?? (isLast ? nameOf(item) : undefined));
    return { headers: item.headers, exception: item.exception, body: this.#watched(item.body, written) };
  }

  #watched(body: Body, written: (error: string | undefined) => void): Body {
    if (body instanceof Uint8Array) {
      written(undefined);
      return body;
    }
    return {
      write(writer) {
        try {
          body.write(writer);
        } catch (error) {
          written(failed);
          throw error;
        }
        written(undefined);
      },
    };
  }

  /** Why it goes on no more: the client has left, or what was to go on does not fit what it asked for. */
  #reason(): string {
    const { signal } = this.#call;
    if (signal?.aborted) return isThriftError(signal.reason) ? signal.reason.code : "cancelled";
    return this.#isBegun ? "cancelled" : failed;
  }
}

// Not spread: what a reply has may be looked up in its class.
function partsOf({ headers, body, exception, protocol, items }: Reply): Reply {
  return { headers, body, exception, protocol, items };
}

function nameOf({ exception }: Payload): string {
  return exception === undefined ? ok : (exception.name ?? "declared");
}

function codeOf(error: unknown): string {
  return isThriftError(error) ? error.code : failed;
}
