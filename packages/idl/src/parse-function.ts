import { parseAnnotations, parseStructured } from "./parse-annotations.ts";
import { parseFields, parseThrows } from "./parse-field.ts";
import { parseType, parseTypeAfter } from "./parse-type.ts";
import type { Parser } from "./parser.ts";
import type { FunctionNode, SinkNode, StreamNode, TypeNode } from "./tree.ts";

type Returns = Pick<FunctionNode, "returns" | "stream" | "sink">;

/** A method of a service or interaction. */
export function parseFunction(p: Parser): FunctionNode {
  const { start } = p;
  const doc = p.doc();
  const structured = parseStructured(p);
  const isOneway = p.takeWord("oneway") || takeAsync(p);
  const answer = parseReturns(p);
  const name = p.name("the name of a method");
  const params = parseFields(p, "(", ")");
  const throws = parseThrows(p);
  const annotations = parseAnnotations(p);
  const { end } = p;
  p.separator();
  return { kind: "function", doc, structured, isOneway, ...answer, name, params, throws, annotations, start, end };
}

function takeAsync(p: Parser): boolean {
  const { start, end } = p.scanner;
  const isAsync = p.takeWord("async");
  if (isAsync) p.warn({ start, end }, "deprecated", 'expected "oneway", got "async", an old word for it');
  return isAsync;
}

function parseReturns(p: Parser): Returns {
  const returns: TypeNode[] = [];
  let stream: StreamNode | undefined;
  let sink: SinkNode | undefined;
  do {
    const part = parseReturn(p);
    if (part.kind === "stream") stream = part;
    else if (sink) p.fail('"stream<" or the name of a method');
    else if (part.kind === "sink") sink = part;
    else returns.push(part);
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
