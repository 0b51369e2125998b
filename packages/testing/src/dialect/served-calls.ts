import { ApplicationError, type Call, type Handler, type Reply } from "@seapink/core";
import { replyOf } from "./message.ts";
import { readTextStruct } from "./text-struct.ts";

/** A call that reached the server, and the means to answer it. */
export interface ServedCall {
  readonly call: Call;
  /** What `textStruct` wrote: `1 hello`. */
  readonly text: string;
  readonly answer: (reply: Reply | string | undefined) => void;
  readonly fail: (error: unknown) => void;
}

/** The calls that reach a server, in order; each waits until the test answers it. */
export class ServedCalls {
  /** How many calls have come. */
  count = 0;
  readonly #waiting: ServedCall[] = [];
  readonly #takers: ((served: ServedCall) => void)[] = [];
  readonly #unanswered: Set<ServedCall> = new Set();
  #isAbandoned = false;

  readonly handler: Handler = (call) => {
    this.count++;
    return new Promise((resolve, reject) => {
      const served: ServedCall = {
        call,
        get text() {
          return readTextStruct(call.body, call.protocol);
        },
        answer: (reply) => {
          this.#unanswered.delete(served);
          resolve(typeof reply === "string" ? replyOf(reply) : reply);
        },
        fail: (error) => {
          this.#unanswered.delete(served);
          reject(error);
        },
      };
      this.#unanswered.add(served);
      if (this.#isAbandoned) end(served);
      else this.#take(served);
    });
  };

  #take(served: ServedCall): void {
    const taker = this.#takers.shift();
    if (taker === undefined) this.#waiting.push(served);
    else taker(served);
  }

  /** The next call, as soon as it is there. */
  next(): Promise<ServedCall> {
    const served = this.#waiting.shift();
    return served === undefined ? new Promise((resolve) => this.#takers.push(resolve)) : Promise.resolve(served);
  }

  /** Ends what the test has left unanswered, and what still comes, so that nobody waits for it. */
  abandon(): void {
    this.#isAbandoned = true;
    for (const served of this.#unanswered) end(served);
  }
}

function end({ call, answer, fail }: ServedCall): void {
  if (call.kind === "oneway") answer(undefined);
  else fail(new ApplicationError("cancelled", "left unanswered by the test"));
}
