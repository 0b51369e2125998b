import type { Code } from "./code.ts";
import type { EmitScope } from "./emit-scope.ts";
import { fewKeys, isGuarded, keysInARow } from "./key-guard.ts";
import type { ListType, MapType, SetType, Type } from "./type.ts";
import { wireTypeOf } from "./wire-type-of.ts";

export type ContainerType = ListType | SetType | MapType;

export function isContainer(type: Type): type is ContainerType {
  return type.kind === "list" || type.kind === "set" || type.kind === "map";
}

/** What a value is read by: statements that must come before, and an expression. */
interface Reading {
  readonly before: Code;
  readonly value: string;
}

/** What reads a value that is not a container. */
export function emitExpression(type: Exclude<Type, ContainerType>, scope: EmitScope): string {
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

/** What reads any value. */
export function emitValue(type: Type, scope: EmitScope): Reading {
  return isContainer(type) ? emitContainer(type, scope) : { before: [], value: emitExpression(type, scope) };
}

function emitContainer(type: ContainerType, scope: EmitScope): Reading {
  const d = scope.next();
  const before = type.kind === "list" ? emitList(type, d, scope) : emitKeyed(type, d, scope);
  return { before, value: `a${d}` };
}

function emitList(type: ListType, d: number, scope: EmitScope): Code {
  const element = emitValue(type.of, scope);
  return [
    `const n${d} = r.listBegin(${wireTypeOf(type.of)});`,
    `const a${d} = new ${scope.global("Array")}${scope.typed("<unknown>")}(n${d});`,
    ...emitLoop(d, [...element.before, `a${d}[i${d}] = ${element.value};`]),
    "r.listEnd();",
  ];
}

function emitKeyed(type: SetType | MapType, d: number, scope: EmitScope): Code {
  const keyType = type.kind === "set" ? type.of : type.key;
  const fill = type.kind === "set" ? emitElement(type, d, scope) : emitEntry(type, d, scope);
  const begin =
    type.kind === "set"
      ? [`r.setBegin(${wireTypeOf(keyType)})`, `${scope.global("Set")}${scope.typed("<unknown>")}`]
      : [
          `r.mapBegin(${wireTypeOf(keyType)}, ${wireTypeOf(type.value)})`,
          `${scope.global("Map")}${scope.typed("<unknown, unknown>")}`,
        ];
  return [
    `const n${d} = ${begin[0]};`,
    `const a${d} = new ${begin[1]}();`,
    ...(isGuarded(keyType) ? emitGuard(d) : []),
    ...emitLoop(d, fill),
    ...(isGuarded(keyType) ? [`x${d}?.end();`] : []),
    `r.${type.kind}End();`,
  ];
}

function emitLoop(d: number, body: Code): Code {
  return [`for (let i${d} = 0; i${d} < n${d}; i${d}++) {`, body, "}"];
}

function emitElement(type: SetType, d: number, scope: EmitScope): Code {
  const element = emitValue(type.of, scope);
  return [...element.before, ...emitInsertion(type.of, d, "add", element.value)];
}

function emitEntry(type: MapType, d: number, scope: EmitScope): Code {
  const key = emitValue(type.key, scope);
  const item = emitValue(type.value, scope);
  return [
    ...key.before,
    `const k${d} = ${key.value};`,
    ...item.before,
    ...emitInsertion(type.key, d, "set", `k${d}, ${item.value}`),
  ];
}

// `x` is the guard while it fills the container: see KeyGuard.
function emitGuard(d: number): Code {
  return [
    `const g${d} = n${d} > ${fewKeys} ? $.guard(a${d}, r) : undefined;`,
    `let x${d} = g${d} === undefined ? undefined : g${d}.exactFirst();`,
  ];
}

function emitInsertion(key: Type, d: number, method: "add" | "set", entry: string): Code {
  const insertion = `a${d}.${method}(${entry});`;
  if (!isGuarded(key)) return [insertion];
  const isTime = `(i${d} & ${keysInARow - 1}) === ${keysInARow - 1} && g${d} !== undefined`;
  return [
    `if (x${d} !== undefined) {`,
    [`x${d}.add(${entry});`],
    "} else {",
    [insertion, `if (${isTime}) x${d} = g${d}.exactNext();`],
    "}",
  ];
}
