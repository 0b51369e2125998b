import type { Carried, DialectSubject } from "../../src/dialect/subject.ts";
import { interactionTests } from "../../src/dialect/interactions.ts";
import { sinkTests } from "../../src/dialect/sinks.ts";
import { streamTests } from "../../src/dialect/streams.ts";
import { directDialect } from "../direct-dialect.ts";
import { idleLane } from "../idle-lane.ts";
import { tinyProtocol } from "../tiny-protocol.ts";

const dialect = directDialect(tinyProtocol);
const carries: ReadonlySet<Carried> = new Set<Carried>(["stream", "sink", "bidi", "interaction"]);
const subject: DialectSubject = {
  client: dialect,
  server: dialect,
  lanes: () => [idleLane(), idleLane()],
  protocol: tinyProtocol,
  carries,
  holdsBack: "by pausing",
};

// No dialect of ours carries these yet; the sections are tried on one that needs no bytes.
streamTests(subject);
sinkTests(subject);
interactionTests(subject);
