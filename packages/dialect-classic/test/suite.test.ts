import { framed, unframed } from "@seapink/dialect-classic";
import { binary } from "@seapink/protocol-binary";
import { caseSettings, dialectSuite } from "@seapink/testing";
import { memoryLanes } from "@seapink/transport-memory";

const protocol = binary();
const options = { protocols: [protocol] };
const settings = caseSettings(process.env);

for (const dialect of [framed(options), unframed(options)]) {
  dialectSuite(dialect.name, { dialect, lanes: (limits) => memoryLanes({ limits }), protocol, settings });
}

dialectSuite("unframed, on lanes of frames", {
  dialect: unframed(options),
  lanes: (limits) => memoryLanes({ limits, kind: "frames" }),
  protocol,
  settings,
});
