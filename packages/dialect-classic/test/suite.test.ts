import { type Dialect, derive } from "@seapink/core";
import { framed, unframed } from "@seapink/dialect-classic";
import { binary } from "@seapink/protocol-binary";
import { compact } from "@seapink/protocol-compact";
import { json } from "@seapink/protocol-json";
import { caseSettings, dialectSuite, type DialectSuiteOptions } from "@seapink/testing";
import { memoryLanes } from "@seapink/transport-memory";

const protocol = binary();
const options = { protocols: [protocol] };
const settings = caseSettings(process.env);
/** Names are no place for hostile bytes that the first suite would not find. */
const few = { ...settings, cases: Math.ceil(settings.cases / 10) };

const lanes: DialectSuiteOptions["lanes"] = (limits) => memoryLanes({ limits });

for (const framing of [framed, unframed]) {
  const dialect = framing(options);
  dialectSuite(dialect.name, { dialect, lanes, protocol, settings });

  const named = naming("Calculator", framing({ ...options, multiplexed: { Calculator: ["calc", "calculator"] } }));
  dialectSuite(`${dialect.name}, multiplexed`, {
    dialect: named,
    lanes,
    protocol,
    settings: few,
    carries: ["service"],
  });
}

for (const spoken of [compact(), json()]) {
  for (const framing of [framed, unframed]) {
    const dialect = framing({ protocols: [spoken] });
    dialectSuite(`${dialect.name}, ${spoken.name}`, { dialect, lanes, protocol: spoken, settings: few });
  }
}

dialectSuite("unframed, on lanes of frames", {
  dialect: unframed(options),
  lanes: (limits) => memoryLanes({ limits, kind: "frames" }),
  protocol,
  settings,
});

/** A dialect whose clients call this service, unless they say another one. */
function naming(service: string, dialect: Dialect): Dialect {
  return {
    ...dialect,
    async connect(lane, conversation) {
      const channel = await dialect.connect(lane, conversation);
      return {
        get closing() {
          return channel.closing;
        },
        handle: (call) => channel.handle(call.service === undefined ? derive(call, { service }) : call),
        close: (reason) => channel.close(reason),
        [Symbol.asyncDispose]: () => channel.close(),
      };
    },
  };
}
