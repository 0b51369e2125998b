import { exceptionsOf, type Fieldset, type Method, successOf, type Type } from "@seapink/schema";
import type { TestedServices } from "./services.ts";

/** A type as peers read it, from JSON: the name of a scalar, or what it is and of what. */
export type TypeText =
  | string
  | readonly ["list" | "set", TypeText]
  | readonly ["map", TypeText, TypeText]
  | readonly ["struct", string];

export interface NamedType {
  readonly name: string;
  readonly type: TypeText;
}

export interface MethodText {
  readonly args: readonly NamedType[];
  readonly returns: TypeText | null;
  readonly throws: readonly string[];
  readonly oneway: boolean;
}

export interface ServiceText {
  readonly wireName: string;
  readonly module: string;
  readonly methods: Readonly<Record<string, MethodText>>;
}

export interface StructText {
  readonly module: string;
  readonly fields: readonly NamedType[];
}

/** What a peer must know to turn plain values into its own, and back. */
export interface Description {
  readonly services: Readonly<Record<string, ServiceText>>;
  readonly structs: Readonly<Record<string, StructText>>;
}

export function describe(services: TestedServices): Description {
  const structs = new Map<string, StructText>();
  const described = Array.from(services, ([name, { type, wireName, module }]) => {
    const methods = Array.from(type.methods.values(), (method) => {
      for (const field of [...method.args.fields, ...method.result.fields]) collect(field.type, module, structs);
      return [method.name, describeMethod(method)] as const;
    });
    return [name, { wireName, module, methods: Object.fromEntries(methods) }] as const;
  });
  return { services: Object.fromEntries(described), structs: Object.fromEntries(structs) };
}

function describeMethod({ args, result, kind }: Method): MethodText {
  const success = successOf(result);
  return {
    args: namedTypes(args),
    returns: success === undefined ? null : describeType(success.type),
    throws: exceptionsOf(result).map((field) => field.type.name),
    oneway: kind === "oneway",
  };
}

function namedTypes({ fields }: Fieldset): readonly NamedType[] {
  return fields.map(({ name, type }) => ({ name, type: describeType(type) }));
}

function describeType(type: Type): TypeText {
  switch (type.kind) {
    case "list":
    case "set":
      return [type.kind, describeType(type.of)];
    case "map":
      return ["map", describeType(type.key), describeType(type.value)];
    case "struct":
    case "union":
    case "exception":
      return ["struct", type.name];
    case "enum":
      return "i32";
    default:
      return type.kind;
  }
}

function collect(type: Type, module: string, structs: Map<string, StructText>): void {
  switch (type.kind) {
    case "list":
    case "set":
      return collect(type.of, module, structs);
    case "map":
      collect(type.key, module, structs);
      return collect(type.value, module, structs);
    case "struct":
    case "union":
    case "exception":
      if (structs.has(type.name)) return;
      structs.set(type.name, { module, fields: namedTypes(type) });
      for (const field of type.fields) collect(field.type, module, structs);
      return;
    default:
      return;
  }
}
