import { binary } from "@seapink/protocol-binary";
import { caseSettings, protocolSuite } from "@seapink/testing";

protocolSuite("binary protocol", binary(), { settings: caseSettings(process.env) });
