/**
 * What every dialect on a lane needs: cutting what arrives, with pauses and clocks; ending in order; passing bodies on
 * from one protocol to another. For those who write a dialect.
 */
export { checkProtocols } from "./check-protocols.ts";
export { checkSendable } from "./check-sendable.ts";
export type { Cutter } from "./cutter.ts";
export { drainTimedOut } from "./drain-timed-out.ts";
export { Ending } from "./ending.ts";
export { FrameCutter, type SizeAt } from "./frame-cutter.ts";
export { Gathered } from "./gathered.ts";
export { type InputListener, LaneInput } from "./lane-input.ts";
export { LazySignal } from "./lazy-signal.ts";
export { passBytes, type Passage } from "./pass-bytes.ts";
export { PendingTable } from "./pending-table.ts";
export { WholeCutter } from "./whole-cutter.ts";
export { withLeftover } from "./with-leftover.ts";
