/**
 * Remote objects with a life: created by a call, called in order, ended exactly once. The server's side keeps the
 * objects of each connection, the client's side makes identities; neither knows any dialect.
 */
export type { Turn } from "./call-queue.ts";
export { type InteractionIdentity, newInteraction } from "./identity.ts";
export { interactionLost } from "./lost.ts";
export { InteractionTable } from "./table.ts";
export type { TerminationReason } from "./termination.ts";
export { Tile, type TileOptions } from "./tile.ts";
