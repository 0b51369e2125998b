import { binary } from "@seapink/protocol-binary";
import { caseSettings, protocolSuite, vectorsIn } from "@seapink/testing";
import messages from "@seapink/vectors/messages.json" with { type: "json" };

// A tenth of the cases, since only the message header differs.
const { seed, cases } = caseSettings(process.env);
const settings = { seed, cases: cases / 10 };

protocolSuite("binary protocol that writes the old header", binary({ oldHeader: "write" }), {
  settings,
  vectors: vectorsIn(messages, "binary-old"),
});

protocolSuite("binary protocol that accepts the old header", binary({ oldHeader: "accept" }), {
  settings,
  vectors: vectorsIn(messages, "binary"),
});
