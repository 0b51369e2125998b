/** A pair of lanes in memory: the shortest transport, for tests and for calls inside one process. */
export { memoryLanes, type MemoryLanesOptions } from "./memory-lanes.ts";
