import type { Message } from "../shapes.ts";

export function message(data: string): Message {
  return { data };
}

/** Twice as long as the longest frame. */
export const large: Message = message("a".repeat(2 * 0xff_ff_ff));

/** A hundred items, "0" to "99". */
export const hundred: readonly Message[] = Array.from({ length: 100 }, (_, i) => message(String(i)));

/** As many items as fbthrift has under way unless told otherwise. */
export const usualBuffer = 100n;
