import type { Definition } from "@seapink/idl";
import type { InteractionType, ServiceType } from "@seapink/schema";
import { constructorName } from "@seapink/schema/internal";
import { documented } from "./comments.ts";
import type { RpcType } from "./imports.ts";
import { arrayLiteral, assigned, call, type Layout, lines, objectLiteral, typeLiteral } from "./layout.ts";
import { methodList } from "./method-descriptor.ts";
import type { Module } from "./module.ts";
import { spellAnnotations } from "./spell-descriptor.ts";
import { spellSignature } from "./spell-signature.ts";
import { propertyName, quoted } from "./text.ts";
import { type WrittenMethod, writtenMethods } from "./written-method.ts";

export type ServiceDefinition = Extract<Definition, { kind: "service" }>;
type InteractionDefinition = Extract<Definition, { kind: "interaction" }>;

/** The signatures, the types of clients and handlers, and the descriptor. */
export function writeService(module: Module, definition: ServiceDefinition): readonly Layout[] {
  const { type, node } = definition;
  const methods = writtenMethods(type.methods, node);
  const signatures = [
    ...methods.map((method) => spellSignature(module, method)),
    ...constructorsOf(type).map((one) => spellConstructor(module, one)),
  ];
  return [
    lines(
      methodsInterface(module, definition, signatures, heritage(module, type, methods)),
      derived(module, definition, "Client", "Implementation"),
    ),
    descriptor(module, definition, methods, serviceOptions(module, type)),
  ];
}

/** The same for an interaction. */
export function writeInteraction(module: Module, definition: InteractionDefinition): readonly Layout[] {
  const { type, node } = definition;
  const methods = writtenMethods(type.methods, node);
  const signatures = methods.map((method) => spellSignature(module, method));
  const options = [...(type.serial ? ["serial: true"] : []), ...spellAnnotations(module, type.annotations)];
  return [
    lines(
      methodsInterface(module, definition, signatures),
      derived(module, definition, "InteractionClient", "InteractionHandler"),
    ),
    descriptor(module, definition, methods, options),
  ];
}

function descriptor(
  module: Module,
  definition: ServiceDefinition | InteractionDefinition,
  methods: readonly WrittenMethod[],
  options: readonly Layout[],
): Layout {
  const { kind, type } = definition;
  const name = module.nameOf(definition, "", "value");
  const described = module.gen1(kind === "service" ? "ServiceType" : "InteractionType");
  const declaration = `export const ${name}: ${described}<${module.nameOf(definition, "Methods", "type")}> =`;
  const args = [
    quoted(type.name),
    methodList(module, methods, type),
    ...(options.length === 0 ? [] : [objectLiteral(options)]),
  ];
  return [declaration, assigned(call(module.pure(kind), args)), ";"];
}

function methodsInterface(
  module: Module,
  definition: ServiceDefinition | InteractionDefinition,
  signatures: readonly Layout[],
  parent = "",
): Layout {
  const head = `export interface ${module.nameOf(definition, "Methods", "type")}${parent} `;
  const [client, handler] = (["Client", "Handler"] as const).map((role) => module.nameOf(definition, role, "type"));
  const doc = `The signatures: \`${client}\` is what calls them, \`${handler}\` what implements them.`;
  return documented(definition.node, [head, typeLiteral(signatures, "always one each")], doc);
}

/** What a service inherits: where a method of its own has the name of what begins an interaction, not that. */
function heritage(module: Module, { extends: parent }: ServiceType, own: readonly WrittenMethod[]): string {
  if (!parent) return "";
  const names = module.nameOfType(parent, "Methods", "type");
  const constructors = new Set(parent.performs.map(constructorName));
  const hidden = own.filter(({ method }) => constructors.has(method.name)).map(({ method }) => quoted(method.name));
  return ` extends ${hidden.length === 0 ? names : `${module.global("Omit")}<${names}, ${hidden.join(" | ")}>`}`;
}

function derived(
  module: Module,
  definition: ServiceDefinition | InteractionDefinition,
  client: RpcType,
  handler: RpcType,
): Layout {
  const methods = module.nameOf(definition, "Methods", "type");
  const alias = (role: "Client" | "Handler", type: RpcType): Layout => [
    `export type ${module.nameOf(definition, role, "type")} =`,
    assigned(`${module.imports.rpc(type)}<${methods}>;`),
  ];
  return lines(alias("Client", client), alias("Handler", handler));
}

function serviceOptions(module: Module, type: ServiceType): readonly Layout[] {
  const performs = ownPerforms(type).map((one) => module.nameOfType(one, "", "value"));
  return [
    ...(type.extends ? [`extends: ${module.nameOfType(type.extends, "", "value")}`] : []),
    ...(performs.length === 0 ? [] : [["performs: ", arrayLiteral(performs)]]),
    ...spellAnnotations(module, type.annotations),
  ];
}

// A descriptor has those of the service that it extends, too, and first.
function ownPerforms({ performs, extends: parent }: ServiceType): readonly InteractionType[] {
  return performs.slice(parent?.performs.length ?? 0);
}

/** What begins an interaction under a name that means nothing else: where it does, no client can be made. */
function constructorsOf(type: ServiceType): readonly InteractionType[] {
  const names = new Set<string>([...type.methods.keys(), ...(type.extends?.performs ?? []).map(constructorName)]);
  return ownPerforms(type).filter((one) => {
    const isNew = !names.has(constructorName(one));
    names.add(constructorName(one));
    return isNew;
  });
}

function spellConstructor(module: Module, type: InteractionType): Layout {
  const creates = module.nameOfType(type, "Methods", "type");
  return [`${propertyName(constructorName(type))}: `, typeLiteral(['kind: "constructor"', `creates: ${creates}`])];
}
