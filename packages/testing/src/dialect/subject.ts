import type { Dialect, Lane, Limits, Protocol } from "@seapink/core";

/**
 * What not every dialect has. `deadline` and `cancel`: the server learns of them. `headers`: calls and answers have
 * some. `service`: calls name theirs. `interaction`: with calls sent behind their creation. The others are kinds of calls.
 */
export type Carried = "headers" | "service" | "deadline" | "cancel" | "stream" | "sink" | "bidi" | "interaction";

/**
 * What a server does with calls beyond those that it runs: it stops reading, or it keeps them in a queue, since what comes
 * behind them may concern those that run.
 */
export type HoldsBack = "by pausing" | "in a queue";

/** Two lanes, each the other's peer, that keep these limits. */
export type Lanes = (limits: Limits) => LaneEnds | Promise<LaneEnds>;
type LaneEnds = readonly [client: Lane, server: Lane];

/** What the tests are about. */
export interface DialectSubject {
  readonly client: Dialect;
  readonly server: Dialect;
  readonly lanes: Lanes;
  readonly protocol: Protocol;
  readonly carries: ReadonlySet<Carried>;
  readonly holdsBack: HoldsBack;
}
