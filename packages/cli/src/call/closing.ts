import { type Channel, isTransportError, type TransportError } from "@seapink/core";

/** How long a peer may take to end in its turn that has not answered in time. */
const graceMs = 200;

/** Closes the channel when the calls are done: in order, but where the connection has failed. */
export async function closing(channel: Channel, signal: AbortSignal, calls: Promise<void>): Promise<void> {
  try {
    await calls;
  } catch (error) {
    if (isTransportError(error) && !signal.aborted) await broken(channel, error);
    throw error;
  } finally {
    await channel.close();
  }
}

// Whoever is late may still be well, and would take a reset for a failure.
async function broken(channel: Channel, error: TransportError): Promise<void> {
  if (error.code === "timed_out")
    await Promise.race([channel.close(), new Promise((resolve) => setTimeout(resolve, graceMs).unref())]);
  await channel.close(error);
}
