import { type Call, type Filter, isThriftError, now } from "@seapink/core";
import { Backoff, type BackoffOptions } from "./backoff.ts";
import { notSent } from "./not-sent.ts";
import { wait } from "./wait.ts";

export interface RetryOptions extends BackoffOptions {
  /** How often a call is sent at most, the first time included. Default 3. */
  readonly attempts?: number;
}

/**
 * Sends a call again when it cannot have run: it was never sent, or refused before it ran. Never otherwise, never past
 * its deadline, and never a call with items, since those have begun to flow, or on an interaction, where those behind it
 * would overtake it; what creates one is sent again. For clients.
 */
export function retry(options: RetryOptions = {}): Filter {
  const { attempts = 3 } = options;
  if (!(attempts > 0)) throw new RangeError(`expected a positive number of attempts, got ${attempts}`);
  return (next) => async (call) => {
    const backoff = new Backoff({ minDelayMs: 10, maxDelayMs: 1000, ...options });
    for (let attempt = 1; ; attempt++) {
      try {
        return await next(call);
      } catch (error) {
        backoff.failed();
        const delayMs = backoff.nextDelayMs();
        if (attempt >= attempts || !mayRetry(error, call, delayMs)) throw error;
        await waitFor(call, delayMs);
        // Its handle may have been closed.
        if (call.interaction?.of.ended.aborted) throw error;
      }
    }
  };
}

/** What another attempt may get past; what is wrong with the call itself stays wrong. */
const passing: ReadonlySet<string> = new Set(["not_open", "closed", "overloaded", "declined"]);

function mayRetry(error: unknown, { items, deadline, interaction }: Call, delayMs: number): boolean {
  if (!isThriftError(error) || error.mayHaveRun || !passing.has(error.code)) return false;
  if (interaction !== undefined && !interaction.create) return false;
  return items === undefined && (deadline === undefined || deadline > now() + delayMs);
}

async function waitFor(call: Call, delayMs: number): Promise<void> {
  try {
    await wait(delayMs, call.signal);
  } catch {
    throw notSent("cancelled", call);
  }
}
