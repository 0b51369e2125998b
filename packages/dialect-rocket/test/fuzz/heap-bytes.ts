import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/** How much of the heap is in use, garbage aside. */
export function heapBytes(): number {
  collect();
  return process.memoryUsage().heapUsed;
}
