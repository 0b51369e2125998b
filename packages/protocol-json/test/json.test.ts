import { json } from "@seapink/protocol-json";
import { caseSettings, protocolSuite, vectorsIn } from "@seapink/testing";
import messages from "@seapink/vectors/messages.json" with { type: "json" };
import structs from "@seapink/vectors/structs.json" with { type: "json" };

protocolSuite("JSON protocol", json(), {
  keys: "scalar",
  settings: caseSettings(process.env),
  vectors: [...vectorsIn(structs, "json"), ...vectorsIn(messages, "json")],
});
