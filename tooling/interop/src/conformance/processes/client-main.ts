import { connect } from "@seapink/transport-tcp";
import { clientParticipant } from "../client-participant.ts";
import { conformanceLimits } from "../rocket-settings.ts";
import { loadSuite } from "../suite.ts";
import { participantArguments } from "./arguments.ts";

/** Where fbthrift's clients look unless told otherwise. */
const usualPort = 7777;

// Ours as a client under test, as fbthrift's runner starts one: with the port of the server that has a case for it.
const { port, host, protocol } = participantArguments(usualPort);
await clientParticipant(await loadSuite(), protocol, (dialect) =>
  connect({ port, host, dialect, limits: conformanceLimits }),
);
