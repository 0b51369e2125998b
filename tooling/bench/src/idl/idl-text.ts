/** A text, and how many definitions are in it. */
export interface IdlText {
  readonly text: string;
  readonly definitions: number;
}

/**
 * Text such as services have it, always the same, of at least this many bytes, all of them ASCII. All three parsers read
 * it: no `namespace *`, `cpp_type`, `uuid`, `xsd_*`, `&`, headers of old times, or ids that are left out.
 */
export function idlText(bytes: number): IdlText {
  const parts = ["namespace js bench.generated\nnamespace java com.example.bench\n"];
  let size = 0;
  let modules = 0;
  for (; size < bytes; modules++) {
    const part = moduleOf(modules);
    parts.push(part);
    size += part.length;
  }
  return { text: parts.join("\n"), definitions: modules * definitionsOfModule };
}

const definitionsOfModule = 14;

const words = [
  "order",
  "customer",
  "invoice",
  "shipment",
  "product",
  "review",
  "session",
  "account",
  "ticket",
  "report",
];

/** What one file would have. Each names types of the one before. */
function moduleOf(i: number): string {
  const word = words[i % words.length] ?? "";
  const Name = `${word.charAt(0).toUpperCase()}${word.slice(1)}${i}`;
  const before = i === 0 ? Name : `${capitalWord(i - 1)}${i - 1}`;
  return [constants(i, Name), types(word, Name), structs(i, word, Name, before), service(word, Name, before)].join(
    "\n",
  );
}

function capitalWord(i: number): string {
  const word = words[i % words.length] ?? "";
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}

function constants(i: number, Name: string): string {
  const NAME = Name.toUpperCase();
  return `// ---- ${Name} ----
const i32 MAX_${NAME} = ${1000 + i}
const double RATE_${NAME} = ${i}.25
const string TITLE_${NAME} = "the ${Name} of 'module' ${i}"
const list<string> TAGS_${NAME} = ["new", "paid", "sent", "tag-${i}"]
const map<string, i32> WEIGHTS_${NAME} = {"small": 1, "medium": 10, "large": ${100 + i}}
`;
}

function types(word: string, Name: string): string {
  return `/** Identifies a ${word}; never reused. */
typedef i64 ${Name}Id (js.type = "number")
typedef map<string, list<string>> ${Name}Attributes

/**
 * Where a ${word} is on its way. Numbers are stored, so that they must not change.
 */
enum ${Name}State {
  UNKNOWN = 0,
  /** Taken, and nothing else yet. */
  OPEN = 1 (label = "open"),
  WAITING = 2,
  RUNNING = 3, // may take days
  DONE = 4,
  FAILED = 0x10,
  CANCELLED = 0x11
}
`;
}

function structs(i: number, word: string, Name: string, before: string): string {
  return `/** What is known of a ${word}. */
struct ${Name} {
  1: required ${Name}Id id,
  /** Shown to people, in their language. */
  2: required string title = "untitled ${word}",
  3: ${Name}State state = ${Name}State.OPEN,
  4: i32 priority = ${i % 10} (validate.range = "0..9"),
  5: double weight = ${i % 7}.5;
  6: bool urgent = false;
  7: list<${Name}Line> lines = [],
  8: map<string, ${Name}Line> by_name,
  9: set<i64> related,
  10: optional binary thumbnail,
  11: ${Name}Attributes attributes = {"origin": ["import", "module-${i}"]},
  20: optional ${before}Line previous
} (persisted = "true", owner = "team-${i % 13}")

struct ${Name}Line {
  1: string product,
  2: i32 count = 1,
  3: i64 price_cents, # before taxes
  4: i16 tax_percent = 19,
  5: optional string note
}

union ${Name}Change {
  1: string title,
  2: ${Name}State state,
  3: ${Name}Line added,
  4: i64 removed
}

/** There is none, or none that the caller may see. */
exception ${Name}NotFound {
  1: string message,
  2: ${Name}Id id
}

exception ${Name}Conflict {
  1: string message,
  2: optional ${Name} current
} (http.status = "409")
`;
}

function service(word: string, Name: string, before: string): string {
  return `/**
 * Everything about a ${word}.
 * All methods may be called again when an answer was lost.
 */
service ${Name}Service {
  /** The newest of it. */
  ${Name} get(1: ${Name}Id id) throws (1: ${Name}NotFound missing),
  list<${Name}> find(1: string query, 2: i32 limit = 100, 3: ${Name}State state),
  ${Name} change(1: ${Name}Id id, 2: list<${Name}Change> changes) throws (
    1: ${Name}NotFound missing,
    2: ${Name}Conflict conflict
  ) (audit = "always", http.method = "PATCH"),
  map<${Name}Id, ${Name}State> states(1: set<${Name}Id> ids),
  void link(1: ${Name}Id id, 2: ${before}Line line) throws (1: ${Name}NotFound missing),
  oneway void touch(1: ${Name}Id id),
  bool exists(1: ${Name}Id id)
}
`;
}
