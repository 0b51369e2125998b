import { framed, unframed } from "@seapink/dialect-classic";
import { binary } from "@seapink/protocol-binary";
import { caseSettings, dialectSuite } from "@seapink/testing";
import { memoryLanes } from "@seapink/transport-memory";

const protocol = binary();
const settings = caseSettings(process.env);

for (const dialect of [framed({ protocols: [protocol] }), unframed({ protocols: [protocol] })]) {
  dialectSuite(dialect.name, { dialect, lanes: (limits) => memoryLanes({ limits }), protocol, settings });
}
