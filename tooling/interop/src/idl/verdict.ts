import type { Refusal } from "./reading.ts";

/** What came of one file. */
export interface Verdict {
  readonly file: string;
  /** What Apache's compiler made of it; `undefined` where it is no judge. */
  readonly thrift:
    | { readonly outcome: "accepted" | "refused" | "hung" | "crashed"; readonly reason: string }
    | undefined;
  /** Why ours refused it; `undefined` if it did not. */
  readonly refusal: Refusal | undefined;
  /** How what we printed differs when we read it again. */
  readonly printed: Comparison;
  /** How what Apache's compiler makes of what we printed differs. */
  readonly json: Comparison;
}

/** `untried`: something before it failed, or there is nobody to ask. */
export type Comparison = "same" | "untried" | { readonly differs: string };

export interface Counts {
  readonly files: number;
  readonly thrift: number;
  readonly ours: number;
  readonly refusedByBoth: number;
  readonly onlyOurs: number;
  readonly onlyThrift: number;
  /** Of those, the ones that have nothing wrong themselves: Apache's compiler does not mind files that are not there. */
  readonly incomplete: number;
  readonly hung: number;
  readonly printed: number;
  readonly json: number;
}

export function countsOf(verdicts: readonly Verdict[]): Counts {
  const count = (is: (verdict: Verdict) => boolean): number => verdicts.filter(is).length;
  const isOurs = ({ refusal }: Verdict): boolean => refusal === undefined;
  const isThrift = ({ thrift }: Verdict): boolean => thrift?.outcome === "accepted";
  const isJudged = ({ thrift }: Verdict): boolean => thrift !== undefined;
  return {
    files: verdicts.length,
    thrift: count(isThrift),
    ours: count(isOurs),
    refusedByBoth: count((v) => isJudged(v) && !isThrift(v) && !isOurs(v)),
    onlyOurs: count((v) => isJudged(v) && !isThrift(v) && isOurs(v)),
    onlyThrift: count((v) => isThrift(v) && !isOurs(v)),
    incomplete: count((v) => isThrift(v) && v.refusal?.isOwn === false),
    hung: count(({ thrift }) => thrift?.outcome === "hung" || thrift?.outcome === "crashed"),
    printed: count(({ printed }) => printed === "same"),
    json: count(({ json }) => json === "same"),
  };
}

/**
 * What is wrong with our side, one line each; none where nothing is. Without a judge a refusal is wrong in any case. What
 * other files have wrong is told of them.
 */
export function faultsOf({ file, thrift, refusal, printed, json }: Verdict): readonly string[] {
  const isFault = refusal?.isOwn === true && (thrift === undefined || thrift.outcome === "accepted");
  return [
    ...(isFault ? [`FAIL ${file}: refused: ${refusal.reason}`] : []),
    ...(typeof printed === "object" ? [`FAIL ${file}: printed: ${printed.differs}`] : []),
    ...(typeof json === "object" ? [`FAIL ${file}: json: ${json.differs}`] : []),
  ];
}

/** Why one accepts what the other does not, through no fault of ours: for want of other files, or as the judge says. */
export function notesOf({ file, thrift, refusal }: Verdict): readonly string[] {
  const isAccepted = thrift === undefined || thrift.outcome === "accepted";
  if (isAccepted) return refusal?.isOwn === false ? [`incomplete ${file}: ${refusal.reason}`] : [];
  if (refusal !== undefined) return [];
  return [`ours only ${file}: thrift ${thrift.outcome}${thrift.reason === "" ? "" : `: ${thrift.reason}`}`];
}

export function formatCounts(counts: Counts): string {
  const { files, thrift, ours, onlyThrift, incomplete, onlyOurs, refusedByBoth, hung, printed, json } = counts;
  return [
    `${files} files`,
    `${thrift} accepted by thrift`,
    `${ours} by ours`,
    `${onlyThrift} by thrift only (${incomplete} of them for want of other files)`,
    `${onlyOurs} by ours only`,
    `${refusedByBoth} refused by both`,
    `${hung} crashed or hung thrift`,
    `${printed} printed the same`,
    `${json} with the same json`,
  ].join(", ");
}
