import type { Lane } from "@seapink/core";

/** How many bytes a lane has been given since it began, whether they have left or not. */
export function written({ out }: Lane): number {
  return out.taken + out.length;
}
