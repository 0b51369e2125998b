import type { Failed } from "./child.ts";

/** Says to the process that asks what a subject's process has to say, or why it cannot. */
export async function say(work: () => Promise<object>): Promise<void> {
  try {
    process.send?.(await work());
  } catch (error) {
    const failed: Failed = { error: error instanceof Error ? error.message : String(error) };
    process.send?.(failed);
  }
}
