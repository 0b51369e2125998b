import { compact } from "@seapink/protocol-compact";
import { caseSettings, protocolSuite, vectorsIn } from "@seapink/testing";
import messages from "@seapink/vectors/messages.json" with { type: "json" };
import structs from "@seapink/vectors/structs.json" with { type: "json" };

protocolSuite("fbthrift's compact protocol", compact({ variant: "fbthrift" }), {
  lacks: ["uuid"],
  settings: caseSettings(process.env),
  vectors: [...vectorsIn(structs, "compact-fbthrift"), ...vectorsIn(messages, "compact-fbthrift")],
});
