import type { EmitScope } from "./emit-scope.ts";
import type { Type } from "./type.ts";
import { wireTypeOf } from "./wire-type-of.ts";

export function isContainer(type: Type): boolean {
  return type.kind === "list" || type.kind === "set" || type.kind === "map";
}

/** What reads a value that is not a container. */
export function emitExpression(type: Type, scope: EmitScope): string {
  switch (type.kind) {
    case "struct":
    case "union":
    case "exception":
      return `${scope.reader(type)}(r)`;
    case "enum":
      return "r.i32()";
    case "i64":
      return type.as === "number" ? "r.i64Number()" : "r.i64()";
    default:
      return `r.${type.kind}()`;
  }
}

/** Statements that declare `a<depth>` and fill it with a container. */
export function emitContainer(type: Type, d: number, scope: EmitScope): string {
  if (type.kind === "list") {
    const [before, element] = emitElement(type.of, d + 1, scope);
    return (
      `const n${d}=r.listBegin(${wireTypeOf(type.of)}),a${d}=new Array(n${d});` +
      `for(let i${d}=0;i${d}<n${d};i${d}++){${before}a${d}[i${d}]=${element};}r.listEnd();`
    );
  }
  if (type.kind === "set") {
    const [before, element] = emitElement(type.of, d + 1, scope);
    return (
      `const n${d}=r.setBegin(${wireTypeOf(type.of)}),a${d}=new Set();` +
      `for(let i${d}=0;i${d}<n${d};i${d}++){${before}a${d}.add(${element});}r.setEnd();`
    );
  }
  if (type.kind !== "map") return "";
  const [beforeKey, key] = emitElement(type.key, d + 1, scope);
  const [beforeValue, value] = emitElement(type.value, d + 1, scope);
  return (
    `const n${d}=r.mapBegin(${wireTypeOf(type.key)},${wireTypeOf(type.value)}),a${d}=new Map();` +
    `for(let i${d}=0;i${d}<n${d};i${d}++){let k${d};{${beforeKey}k${d}=${key};}${beforeValue}a${d}.set(k${d},${value});}r.mapEnd();`
  );
}

function emitElement(type: Type, depth: number, scope: EmitScope): readonly [before: string, expression: string] {
  return isContainer(type) ? [emitContainer(type, depth, scope), `a${depth}`] : ["", emitExpression(type, scope)];
}
