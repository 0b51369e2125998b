import { checkDialect } from "./check-dialect.ts";
import { checkOptions } from "./check-options.ts";
import type { DialectOptions, IdlDialect } from "./dialect.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { Diagnostics } from "./diagnostics.ts";
import { type IdlLimits, idlLimits } from "./limits.ts";
import { parseDefinition } from "./parse-definition.ts";
import { parseHead } from "./parse-head.ts";
import { parseHeader, parsePackage } from "./parse-header.ts";
import { Parser } from "./parser.ts";
import { skipDefinition } from "./recover.ts";
import { headerWords } from "./reserved.ts";
import { Source } from "./source.ts";
import type { DefinitionNode, DocumentNode, HeaderNode, PackageNode } from "./tree.ts";

export interface ParseOptions extends Pick<DialectOptions, "dialect"> {
  /** What diagnostics call the file; default `"<text>"`. */
  readonly file?: string;
  readonly limits?: Partial<IdlLimits>;
}

export interface Parsed {
  /** What could be read; whole if there are no errors. */
  readonly document: DocumentNode;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Text to tree, without a look at what names mean or at other files. No text makes it throw.
 * @throws RangeError for an option or limit that is none
 */
export function parse(text: string, options: ParseOptions = {}): Parsed {
  checkOptions(options);
  const limits = idlLimits(options.limits);
  const diagnostics = new Diagnostics(limits.maxDiagnostics);
  const source = new Source(options.file ?? "<text>", text);
  const document = parseDocument(source, diagnostics, limits, options.dialect);
  return { document, diagnostics: diagnostics.sorted([]) };
}

export function parseDocument(
  source: Source,
  diagnostics: Diagnostics,
  limits: IdlLimits,
  dialect?: IdlDialect,
): DocumentNode {
  const p = new Parser(source, diagnostics, limits, dialect);
  const [firstDoc, lastDoc] = [p.firstDoc(), p.doc()];
  const headers: HeaderNode[] = [];
  const definitions: DefinitionNode[] = [];
  let isWhole = true;
  while (p.kind !== "end") {
    const { start } = p;
    const part = p.attempt(() => parsePart(p, definitions.length > 0));
    if (part === undefined) skipDefinition(p, start);
    if (part === undefined) isWhole = false;
    else if (isHeader(part)) headers.push(part);
    else definitions.push(part);
  }
  const document: DocumentNode = {
    kind: "document",
    // The first doc comment is the file's if a header or another follows; one that stands alone before a definition is that's.
    doc: firstDoc ?? (headers.length > 0 || definitions.length === 0 ? lastDoc : undefined),
    headers,
    definitions,
    isWhole: isWhole && !diagnostics.isFull,
    start: 0,
    end: source.text.length,
  };
  if (dialect) checkDialect(source, document, dialect, diagnostics);
  return document;
}

function parsePart(p: Parser, isLate: boolean): HeaderNode | DefinitionNode {
  if (isLate && isAtHeader(p)) p.complain("a definition, since headers come before all definitions");
  const header = parseHeader(p) ?? parseAnnotated(p);
  p.separator();
  return header;
}

// Annotations may also be those of a package.
function parseAnnotated(p: Parser): PackageNode | DefinitionNode {
  const head = parseHead(p);
  return p.isWord("package") ? parsePackage(p, head.structured, head.start) : parseDefinition(p, head);
}

function isAtHeader(p: Parser): boolean {
  return p.kind === "name" && headerWords.has(p.scanner.word);
}

const headerKinds: ReadonlySet<string> = new Set<HeaderNode["kind"]>([
  "include",
  "cpp_include",
  "hs_include",
  "namespace",
  "package",
]);

function isHeader(part: HeaderNode | DefinitionNode): part is HeaderNode {
  return headerKinds.has(part.kind);
}
