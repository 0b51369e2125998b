import type { Diagnostics, Site } from "./diagnostics.ts";
import { prefixOf } from "./paths.ts";
import { quote } from "./quote.ts";
import type { Source } from "./source.ts";
import type { DefinitionNode, DocumentNode, EnumNode, HeaderNode, IncludeNode, PackageNode, Span } from "./tree.ts";

/** A domain, and what is beneath it. */
const packagePattern = /^[a-z0-9_-]+(\.[a-z0-9_-]+)+(\/[a-z0-9_-]+)+$/i;

/** A definition and where its names are looked up. */
export interface Declaration<Node extends DefinitionNode = DefinitionNode> {
  readonly node: Node;
  readonly scope: Scope;
}

/** What a constant may name besides a constant: perhaps a value of this enum. */
export interface EnumMember {
  readonly enum: Declaration<EnumNode>;
  readonly member: string;
}

export interface Include {
  readonly node: IncludeNode;
  /** What its names begin with here. */
  readonly prefix: string;
  /** `undefined` if there is no such file, or not here, which has been told or need not be. */
  readonly scope: Scope | undefined;
  /** Whether it is a file without which annotations may be used, though nothing else. */
  readonly isBundled: boolean;
  isUsed: boolean;
}

/** The names of one file, and of those that it includes. */
export class Scope {
  readonly source: Source;
  readonly document: DocumentNode;
  /** What fbthrift's names for all languages begin with: `domain/path`. */
  readonly packagePath: string | undefined;
  readonly names: Map<string, Declaration> = new Map();
  readonly includes: Include[] = [];
  /** Constants whose names others have in `names`. */
  readonly #hiddenConstants: Map<string, Declaration> = new Map();
  readonly #byPrefix: Map<string, Include[]> = new Map();

  constructor(source: Source, document: DocumentNode) {
    this.source = source;
    this.document = document;
    this.packagePath = document.headers.find((header) => header.kind === "package")?.path?.value;
  }

  site(span: Span): Site {
    return { source: this.source, span };
  }

  /**
   * A definition of this file, or `prefix.Name` of a file that it includes; of two with one prefix, the first.
   * @param isConst whether a constant goes before something else of the same name
   */
  find(name: string, isConst = false): Declaration | undefined {
    const own = this.#own(name, isConst);
    if (own) return own;
    const dot = name.lastIndexOf(".");
    const includes = dot === -1 ? [] : (this.#byPrefix.get(name.slice(0, dot)) ?? []);
    const include = includes.find(({ scope }) => scope?.names.has(name.slice(dot + 1)));
    for (const used of include ? [include] : includes) used.isUsed = true;
    return include?.scope ? include.scope.#own(name.slice(dot + 1), isConst) : undefined;
  }

  #own(name: string, isConst: boolean): Declaration | undefined {
    return (isConst ? this.#hiddenConstants.get(name) : undefined) ?? this.names.get(name);
  }

  /** The include whose names begin so; of two, the first. */
  includeOf(prefix: string): Include | undefined {
    return this.#byPrefix.get(prefix)?.[0];
  }

  /** `Enum.VALUE`, `prefix.Enum.VALUE`. */
  findMember(name: string): EnumMember | undefined {
    const dot = name.lastIndexOf(".");
    const found = dot === -1 ? undefined : this.find(name.slice(0, dot));
    if (found?.node.kind !== "enum") return undefined;
    return { enum: { node: found.node, scope: found.scope }, member: name.slice(dot + 1) };
  }

  /** Whether this name may be in a part of the program that could not be read. */
  mayBeLost(name: string): boolean {
    const dot = name.indexOf(".");
    const includes = dot === -1 ? undefined : this.#byPrefix.get(name.slice(0, dot));
    if (!includes) return !this.document.isWhole;
    return includes.some(({ scope, isBundled }) => !isBundled && !scope?.document.isWhole);
  }

  declare(diagnostics: Diagnostics): void {
    for (const node of this.document.definitions) {
      const { name } = node;
      const declaration = { node, scope: this };
      const found = this.names.get(name.text);
      const isBoth = found && (found.node.kind === "const") !== (node.kind === "const");
      const other = isBoth && node.kind === "const" ? this.#hiddenConstants.get(name.text) : isBoth ? undefined : found;
      if (other) duplicate(diagnostics, this, name, other.node.name, "different names of definitions");
      else if (isBoth) this.#addSecond(diagnostics, declaration, found);
      else this.names.set(name.text, declaration);
    }
    this.#checkHeaders(diagnostics);
  }

  /** Apache's compiler keeps constants apart from everything else, so that one may have the name of a type. */
  #addSecond(diagnostics: Diagnostics, second: Declaration, first: Declaration): void {
    const { name } = second.node;
    const [constant, other] = second.node.kind === "const" ? [second, first] : [first, second];
    this.#hiddenConstants.set(name.text, constant);
    this.names.set(name.text, other);
    const message = `expected different names of a constant and the ${other.node.kind}, got ${quote(name.text)} for both`;
    const related = { site: this.site(first.node.name), message: "the other is here" };
    diagnostics.warn(this.site(name), "ambiguous", message, { related });
  }

  #checkHeaders(diagnostics: Diagnostics): void {
    const known = new Map<string, HeaderNode>();
    for (const node of this.document.headers) {
      if (node.kind !== "namespace" && node.kind !== "package") continue;
      const key = node.kind === "namespace" ? `namespace ${node.language}` : node.kind;
      const other = known.get(key);
      if (node.kind === "package") this.#checkPackage(diagnostics, node);
      if (other) warnOfTwo(diagnostics, this, node, other, `one ${key}`);
      else known.set(key, node);
    }
  }

  #checkPackage(diagnostics: Diagnostics, { path }: PackageNode): void {
    if (!path || path.value === "" || packagePattern.test(path.value)) return;
    const message = `expected a package such as "example.com/search", got ${quote(path.value)}`;
    diagnostics.warn(this.site(path), "value", message);
  }

  include(diagnostics: Diagnostics, node: IncludeNode, scope: Scope | undefined, isBundled = false): void {
    const prefix = node.alias?.text ?? prefixOf(node.path.value);
    const include = { node, prefix, scope, isBundled, isUsed: false };
    const same = this.#byPrefix.get(prefix) ?? [];
    const again = same.find((other) => other.scope === scope);
    if (again && scope) warnOfTwo(diagnostics, this, node.path, again.node.path, "one include of a file");
    if (again) return;
    if (same[0]) this.#warnOfPrefix(diagnostics, include, same[0]);
    this.#warnOfEnum(diagnostics, include);
    same.push(include);
    this.includes.push(include);
    this.#byPrefix.set(prefix, same);
  }

  #warnOfPrefix(diagnostics: Diagnostics, { node, prefix }: Include, other: Include): void {
    const message = `expected includes with different names, got ${quote(prefix)} twice`;
    const related = { site: this.site(other.node.path), message: "the other is here" };
    diagnostics.warn(this.site(node.path), "duplicate", message, { related });
  }

  /** With an enum of that name, `name.X` may be a value of it, or something of the file. */
  #warnOfEnum(diagnostics: Diagnostics, { node, prefix }: Include): void {
    const own = this.names.get(prefix);
    if (own?.node.kind !== "enum") return;
    const message = `expected different names of an enum and an included file, got ${quote(prefix)} for both`;
    const related = { site: this.site(node.path), message: "the file is included here" };
    diagnostics.warn(this.site(own.node.name), "ambiguous", message, { related });
  }
}

function warnOfTwo(diagnostics: Diagnostics, scope: Scope, at: Span, other: Span, expected: string): void {
  const related = { site: scope.site(other), message: "the other is here" };
  diagnostics.warn(scope.site(at), "duplicate", `expected ${expected}, got two`, { related });
}

/** Tells of two things with one name; `other` is in the same file, unless its scope is given. */
export function duplicate(
  diagnostics: Diagnostics,
  scope: Scope,
  name: { readonly text: string } & Span,
  other: Span,
  expected: string,
  otherScope: Scope = scope,
): void {
  const related = { site: otherScope.site(other), message: "the other is here" };
  diagnostics.error(scope.site(name), "duplicate", `expected ${expected}, got ${quote(name.text)} twice`, { related });
}
