import type { Address } from "@seapink/addresses";
import type { Channel } from "@seapink/core";
import { reconnecting } from "@seapink/rpc";
import { openChannel } from "../calling/open-channel.ts";

export interface ConnectAllOptions {
  readonly service: string;
  readonly connections: number;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** The longest wait before it connects again. */
const maxDelayMs = 1_000;

/**
 * So many connections, each of which is opened again when it was lost. What happens to them is told by the calls.
 * @throws TransportError if one of them cannot be had now
 */
export async function connectAll(
  address: Address,
  { connections, ...options }: ConnectAllOptions,
): Promise<readonly Channel[]> {
  const open = (signal: AbortSignal): Promise<Channel> =>
    openChannel(address, { ...options, signal, onError: () => undefined });
  const opened = await Promise.allSettled(Array.from({ length: connections }, () => open(options.signal)));
  const channels = opened.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  const failed = opened.find((one) => one.status === "rejected");
  if (failed === undefined) return channels.map((channel) => reopened(channel, open));
  await Promise.all(channels.map((channel) => channel.close()));
  throw failed.reason;
}

function reopened(channel: Channel, open: (signal: AbortSignal) => Promise<Channel>): Channel {
  let first: Channel | undefined = channel;
  const connect = async (signal: AbortSignal): Promise<Channel> => {
    const opened = first ?? (await open(signal));
    first = undefined;
    return opened;
  };
  return reconnecting(connect, { maxDelayMs });
}
