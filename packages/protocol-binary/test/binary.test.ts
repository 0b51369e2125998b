import { binary } from "@seapink/protocol-binary";
import { caseSettings, protocolSuite, vectorsIn } from "@seapink/testing";
import catalogue from "@seapink/vectors/catalogue.json" with { type: "json" };
import messages from "@seapink/vectors/messages.json" with { type: "json" };
import structs from "@seapink/vectors/structs.json" with { type: "json" };

protocolSuite("binary protocol", binary(), {
  settings: caseSettings(process.env),
  vectors: [catalogue, structs, messages].flatMap((file) => vectorsIn(file, "binary")),
});
