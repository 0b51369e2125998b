/**
 * The types that generated code makes of its signatures: the first generation of them, beside that of
 * `@seapink/schema/gen1`. Files that were generated once keep compiling with every later version that has this subpath.
 */
export type { Client, InteractionClient } from "../client-types.ts";
export type { Implementation, InteractionHandler } from "../handler-types.ts";
