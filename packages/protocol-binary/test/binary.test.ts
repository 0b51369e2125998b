import { binary } from "@seapink/protocol-binary";
import { caseSettings, protocolSuite, vectorsIn } from "@seapink/testing";
import messages from "@seapink/vectors/messages.json" with { type: "json" };
import structs from "@seapink/vectors/structs.json" with { type: "json" };

const settings = caseSettings(process.env);
const vectors = [...vectorsIn(structs, "binary"), ...vectorsIn(messages, "binary")];

protocolSuite("binary protocol", binary(), { settings, vectors });

// A tenth of the cases, since only the message header differs.
protocolSuite("binary protocol with the old header", binary({ oldHeader: "write" }), {
  settings: { ...settings, cases: settings.cases / 10 },
  vectors: vectorsIn(messages, "binary-old"),
});

protocolSuite("binary protocol that also reads the old header", binary({ oldHeader: "accept" }), {
  settings: { ...settings, cases: settings.cases / 10 },
  vectors: vectorsIn(messages, "binary"),
});
