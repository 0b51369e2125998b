import { printAnnotations } from "./print-annotations.ts";
import { printLead } from "./print-doc.ts";
import { printBody, printFields } from "./print-field.ts";
import { printFunction } from "./print-function.ts";
import { printType } from "./print-type.ts";
import { deeper, printValue } from "./print-value.ts";
import type { DefinitionNode, EnumValueNode, ServiceNode, StructNode, TypedefNode } from "./tree.ts";

const inner: string = deeper("");

export function printDefinition(node: DefinitionNode): string {
  return `${printLead(node, "")}${printBare(node)}${printAnnotations(node.annotations, "")}`;
}

function printBare(node: DefinitionNode): string {
  const name = node.name.text;
  switch (node.kind) {
    case "const":
      return `const ${printType(node.type, "")} ${name} = ${printValue(node.value, "")}`;
    case "typedef":
      return node.texts ? printSenum(name, node.texts) : `typedef ${printType(node.type, "")} ${name}`;
    case "enum":
      return `enum ${name} ${printBody(node.values.map(printEnumValue), "")}`;
    case "struct":
    case "union":
    case "exception":
      return `${printQualifiers(node)}${node.kind} ${name}${node.isXsdAll ? " xsd_all" : ""} ${printFields(node.fields, "")}`;
    case "service":
      return printService(node);
    case "interaction":
      return `interaction ${name} ${printBody(
        node.functions.map((item) => printFunction(item, inner)),
        "",
      )}`;
  }
}

function printSenum(name: string, texts: NonNullable<TypedefNode["texts"]>): string {
  return `senum ${name} ${printBody(
    texts.map((text) => `${text.raw},`),
    "",
  )}`;
}

function printEnumValue(node: EnumValueNode): string {
  const value = node.value ? ` = ${node.value.raw}` : "";
  return `${printLead(node, inner)}${node.name.text}${value}${printAnnotations(node.annotations, inner)},`;
}

function printQualifiers({ qualifiers }: StructNode): string {
  if (!qualifiers) return "";
  const { isSafe, persistence, blame } = qualifiers;
  return [isSafe && "safe", persistence, blame].map((word) => (word ? `${word} ` : "")).join("");
}

function printService(node: ServiceNode): string {
  const parent = node.extends ? ` extends ${node.extends.text}` : "";
  const performs = node.performs.map(({ interaction }) => `performs ${interaction.text};`);
  const functions = node.functions.map((item) => printFunction(item, inner));
  return `service ${node.name.text}${parent} ${printBody([...performs, ...functions], "")}`;
}
