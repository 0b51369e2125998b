import { type Call, now, TransportError } from "@seapink/core";

/** Why a call must not be sent any more: it was cancelled, or its time is over. */
export function tooLate(call: Call): TransportError | undefined {
  if (call.signal?.aborted) return notSent("cancelled", call);
  return call.deadline !== undefined && call.deadline <= now() ? notSent("timed_out", call) : undefined;
}

export function notSent(code: "cancelled" | "timed_out", { method, signal }: Call): TransportError {
  return new TransportError(code, `${method}: ${code.replace("_", " ")} before it was sent`, {
    mayHaveRun: false,
    ...(code === "cancelled" ? { cause: signal?.reason } : {}),
  });
}

/** What a channel says that takes no more calls. */
export function notOpen(message: string, cause?: unknown): TransportError {
  return new TransportError("not_open", message, { mayHaveRun: false, ...(cause === undefined ? {} : { cause }) });
}
