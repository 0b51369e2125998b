import { parseAnnotations } from "./parse-annotations.ts";
import { parseFields, parseThrows } from "./parse-field.ts";
import { parseMemberAnnotations } from "./parse-head.ts";
import { parseType, parseTypeAfter } from "./parse-type.ts";
import type { Parser } from "./parser.ts";
import { typeWords } from "./reserved.ts";
import type { FunctionNode, FunctionQualifier, SinkNode, StreamNode, TypeNode } from "./tree.ts";

type Returns = Pick<FunctionNode, "returns" | "stream" | "sink">;

/** A method of a service or interaction. */
export function parseFunction(p: Parser): FunctionNode {
  const { start } = p;
  const before = p.doc();
  const structured = parseMemberAnnotations(p, before);
  const qualifier = takeQualifier(p);
  const { returns, stream, sink } = parseReturns(p);
  const name = p.name("the name of a method");
  const params = parseFields(p, "(", ")");
  const throws = parseThrows(p);
  const annotations = parseAnnotations(p);
  const { end } = p;
  const doc = p.docAfter(before);
  // Spelt out, here and for every node: what is spread takes V8 a second object for its properties.
  return {
    kind: "function",
    doc,
    structured,
    qualifier,
    returns,
    stream,
    sink,
    name,
    params,
    throws,
    annotations,
    start,
    end,
  };
}

function takeQualifier(p: Parser): FunctionQualifier | undefined {
  if (p.takeWord("oneway") || takeAsync(p)) return "oneway";
  for (const word of ["idempotent", "readonly"] as const) {
    if (p.isWord(word) && p.scanner.ahead(() => isBeforeReturns(p))) return take(p, word);
  }
  return undefined;
}

function take<Word>(p: Parser, word: Word): Word {
  p.next();
  return word;
}

// They may be names of types as well: then the method's name follows, and its parameters.
function isBeforeReturns(p: Parser): boolean {
  p.next();
  if (p.kind !== "name") return false;
  if (typeWords.has(p.scanner.word)) return true;
  p.next();
  return !p.take("(") || (p.take("name") && (p.is("=") || p.is(",") || p.is(")")));
}

function takeAsync(p: Parser): boolean {
  if (p.dialect === "fbthrift") return false;
  const { start, end } = p.scanner;
  const isAsync = p.takeWord("async");
  if (isAsync) p.warn({ start, end }, "deprecated", 'expected "oneway", got "async", an old word for it');
  return isAsync;
}

function parseReturns(p: Parser): Returns {
  let returns: readonly TypeNode[] = [];
  let stream: StreamNode | undefined;
  let sink: SinkNode | undefined;
  do {
    const part = parseReturn(p);
    if (part.kind === "stream") stream = part;
    else if (sink) p.fail('"stream<" or the name of a method');
    else if (part.kind === "sink") sink = part;
    else returns = returns.length === 0 ? [part] : [...returns, part];
  } while (stream === undefined && p.take(","));
  return { returns, stream, sink };
}

// `stream` and `sink` are words like others unless `<` follows.
function parseReturn(p: Parser): TypeNode | StreamNode | SinkNode {
  const { start } = p;
  if (p.takeWord("stream")) return p.kind === "<" ? parseStream(p, start) : parseTypeAfter(p, "stream", start);
  if (p.takeWord("sink")) return p.kind === "<" ? parseSink(p, start) : parseTypeAfter(p, "sink", start);
  return parseType(p);
}

function parseStream(p: Parser, start: number): StreamNode {
  p.expect("<");
  const of = parseType(p);
  const throws = parseThrows(p);
  p.expect(">");
  return { kind: "stream", of, throws, start, end: p.end };
}

function parseSink(p: Parser, start: number): SinkNode {
  p.expect("<");
  const of = parseType(p);
  const throws = parseThrows(p);
  const final = p.take(",") ? parseType(p) : undefined;
  const finalThrows = final ? parseThrows(p) : [];
  p.expect(">");
  return { kind: "sink", of, throws, final, finalThrows, start, end: p.end };
}
