import type { Implementation } from "@seapink/rpc";
import type { ConformanceMethods } from "../methods.ts";

/** Some methods of a server. */
export type Answers<M extends keyof ConformanceMethods> = Pick<Implementation<ConformanceMethods>, M>;

/** The methods whose names begin in one way. */
export type Named<P extends string> = Extract<keyof ConformanceMethods, `${P}${string}`>;
