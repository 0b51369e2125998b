import type { Client } from "@seapink/rpc";
import type { LabMethods } from "./lab.ts";
import type { LabServer } from "./lab-server.ts";
import type { Carries, Connection, Rig } from "./rigs.ts";

/** What a flow is given: both ends of a way, and what it needs to look at. */
export interface Stage {
  readonly client: Client<LabMethods>;
  readonly server: LabServer;
  readonly connection: Connection;
  readonly rig: Rig;
  readonly errors: unknown[];
}

export interface Flow {
  readonly name: string;
  /** What the way must carry. */
  readonly needs: Carries;
  readonly run: (stage: Stage) => Promise<void>;
}
