import type { EmitScope } from "./emit-scope.ts";
import { fewKeys, isGuarded, keysInARow } from "./key-guard.ts";
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
      `const n${d}=r.setBegin(${wireTypeOf(type.of)}),a${d}=new Set()${emitGuard(type.of, d)};` +
      `for(let i${d}=0;i${d}<n${d};i${d}++){${before}${emitInsertion(type.of, d, "add", element)}}` +
      `${emitGuardEnd(type.of, d)}r.setEnd();`
    );
  }
  if (type.kind !== "map") return "";
  const [beforeKey, key] = emitElement(type.key, d + 1, scope);
  const [beforeValue, value] = emitElement(type.value, d + 1, scope);
  return (
    `const n${d}=r.mapBegin(${wireTypeOf(type.key)},${wireTypeOf(type.value)}),a${d}=new Map()${emitGuard(type.key, d)};` +
    `for(let i${d}=0;i${d}<n${d};i${d}++){let k${d};{${beforeKey}k${d}=${key};}${beforeValue}` +
    `${emitInsertion(type.key, d, "set", `k${d},${value}`)}}${emitGuardEnd(type.key, d)}r.mapEnd();`
  );
}

// `x` says whether the guard fills the container: see KeyGuard.
function emitGuard(key: Type, d: number): string {
  if (!isGuarded(key)) return "";
  return `,g${d}=n${d}>${fewKeys}?guard(a${d},r):undefined;let x${d}=g${d}!==undefined&&g${d}.startsExact()`;
}

function emitInsertion(key: Type, d: number, method: "add" | "set", entry: string): string {
  const insertion = `a${d}.${method}(${entry});`;
  if (!isGuarded(key)) return insertion;
  const look = `if((i${d}&${keysInARow - 1})===${keysInARow - 1}&&g${d}!==undefined)x${d}=g${d}.isExact();`;
  return `if(x${d})g${d}.add(${entry});else{${insertion}${look}}`;
}

function emitGuardEnd(key: Type, d: number): string {
  return isGuarded(key) ? `if(x${d})g${d}.end();` : "";
}

function emitElement(type: Type, depth: number, scope: EmitScope): readonly [before: string, expression: string] {
  return isContainer(type) ? [emitContainer(type, depth, scope), `a${depth}`] : ["", emitExpression(type, scope)];
}
