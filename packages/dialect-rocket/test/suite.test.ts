import { rocket } from "@seapink/dialect-rocket";
import { binary } from "@seapink/protocol-binary";
import { compact } from "@seapink/protocol-compact";
import { caseSettings, dialectSuite, type DialectSuiteOptions } from "@seapink/testing";
import { memoryLanes } from "@seapink/transport-memory";

const settings = caseSettings(process.env);
const carries = ["headers", "deadline", "cancel", "stream", "sink", "bidi", "interaction"] as const;
const holdsBack = "in a queue";
const lanes: DialectSuiteOptions["lanes"] = (limits) => memoryLanes({ limits });
const frames: DialectSuiteOptions["lanes"] = (limits) => memoryLanes({ limits, kind: "frames" });

for (const protocol of [compact({ variant: "fbthrift" }), binary()]) {
  const dialect = rocket({ protocols: [protocol], keepAliveMs: Number.POSITIVE_INFINITY });
  dialectSuite(`rocket, ${protocol.name}`, { dialect, lanes, protocol, settings, carries, holdsBack });
}

const protocol = compact({ variant: "fbthrift" });
const plain = { protocols: [protocol], keepAliveMs: Number.POSITIVE_INFINITY };
const few = { ...settings, cases: Math.ceil(settings.cases / 10) };
dialectSuite("rocket, on lanes of frames", {
  dialect: rocket(plain),
  lanes: frames,
  hasFrames: true,
  protocol,
  settings: few,
  carries,
  holdsBack,
});
dialectSuite("rocket, metadata in binary", {
  dialect: rocket({ ...plain, metadata: "binary" }),
  lanes,
  protocol,
  settings: few,
  carries,
  holdsBack,
});
