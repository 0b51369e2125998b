import type { Client } from "@seapink/rpc";
import type { ConformanceMethods } from "../methods.ts";
import type { ShapeName, Shapes } from "../shapes.ts";
import type { Suite } from "../suite.ts";

/** What a client's step works with. */
export interface ClientStage {
  readonly client: Client<ConformanceMethods>;
  readonly UserException: Suite["UserException"];
}

/** What a client does for one kind of instruction, and what it saw. Rejects where something happens that must not. */
export type Steps = {
  readonly [N in ShapeName]: (
    stage: ClientStage,
    instruction: Shapes[N]["clientInstruction"],
  ) => Promise<Shapes[N]["clientTestResult"]>;
};
