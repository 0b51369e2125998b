import { wrongValue } from "./wrong-value.ts";

/** Refuses what is no size of a container: the largest is 2^31 - 1, as far as any protocol goes. */
export function checkSize(size: number): void {
  if (typeof size !== "number" || (size & 0x7fff_ffff) !== size) wrongValue("the size of a container", size);
}
