import { type Address, connectTo, formatAddress } from "@seapink/addresses";
import { type Channel, TransportError } from "@seapink/core";

export interface OpenChannelOptions {
  readonly service: string;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  readonly onError: (error: unknown) => void;
}

/** Connects in time. @throws TransportError `not_open`, `timed_out`, `cancelled` */
export async function openChannel(address: Address, options: OpenChannelOptions): Promise<Channel> {
  const { service, timeoutMs, signal, onError } = options;
  const late = AbortSignal.timeout(timeoutMs);
  try {
    const limits = { drainTimeoutMs: timeoutMs };
    return await connectTo(address, { service, limits, signal: AbortSignal.any([signal, late]), onError });
  } catch (cause) {
    if (!late.aborted || signal.aborted) throw cause;
    const message = `expected a connection to ${formatAddress(address)} within ${timeoutMs} ms, got none`;
    throw new TransportError("timed_out", message, { cause, mayHaveRun: false });
  }
}
