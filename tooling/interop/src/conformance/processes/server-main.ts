import { listen } from "@seapink/transport-tcp";
import { conformanceLimits } from "../rocket-settings.ts";
import { serverParticipant } from "../server-participant.ts";
import { loadSuite } from "../suite.ts";
import { participantArguments } from "./arguments.ts";

// Ours as a server under test, as fbthrift's runner starts one: prints its port, and serves.
const { port, host, protocol, isAttached } = participantArguments(0);
const { handler, dialect } = serverParticipant(await loadSuite(), protocol);
const server = await listen(handler, { port, host, dialects: [dialect], limits: conformanceLimits });
process.stdout.write(`${server.port}\n`);
if (isAttached) process.stdin.once("end", () => void server.close()).resume();
