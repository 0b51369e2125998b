/** How many cases a suite tries, and where chance begins. */
export interface CaseSettings {
  readonly seed: number;
  readonly cases: number;
}

const defaultCases = 100_000;
const seedInCi = 20_071_004;

/**
 * Settings from the environment that a test file hands in (`process.env`): `SEAPINK_SEED` and `SEAPINK_CASES` say
 * them, `CI` fixes the seed; otherwise each run has another, which the names of the tests show.
 * @throws RangeError for what is not a number.
 */
export function caseSettings(env: Readonly<Record<string, string | undefined>> = {}): CaseSettings {
  const seed = env["CI"] ? seedInCi : Math.floor(Math.random() * 0x7fff_ffff);
  return {
    seed: integer("SEAPINK_SEED", env["SEAPINK_SEED"]) ?? seed,
    cases: integer("SEAPINK_CASES", env["SEAPINK_CASES"]) ?? defaultCases,
  };
}

function integer(name: string, text: string | undefined): number | undefined {
  if (text === undefined || text === "") return undefined;
  if (!/^-?\d{1,10}$/.test(text)) throw new RangeError(`${name}: expected an integer, got ${text}`);
  return Number(text);
}
