import { compact } from "@seapink/protocol-compact";
import { caseSettings, protocolSuite, vectorsIn } from "@seapink/testing";
import catalogue from "@seapink/vectors/catalogue.json" with { type: "json" };
import messages from "@seapink/vectors/messages.json" with { type: "json" };
import structs from "@seapink/vectors/structs.json" with { type: "json" };

protocolSuite("fbthrift's compact protocol", compact({ variant: "fbthrift" }), {
  lacks: ["uuid"],
  settings: caseSettings(process.env),
  vectors: [catalogue, structs, messages].flatMap((file) => vectorsIn(file, "compact-fbthrift")),
});
