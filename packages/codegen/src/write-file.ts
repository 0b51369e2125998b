import type { Definition, ProgramFile } from "@seapink/idl";
import { docComment, documented, linesOf } from "./comments.ts";
import type { Layout } from "./layout.ts";
import { Module, type ModuleOptions } from "./module.ts";
import { orderConstants } from "./order-constants.ts";
import { print } from "./print.ts";
import type { ProgramIndex } from "./program-index.ts";
import { spellType } from "./spell-type.ts";
import { inLineComment } from "./text.ts";
import { writeConstant } from "./write-constant.ts";
import { writeEnum } from "./write-enum.ts";
import { writeException } from "./write-exception.ts";
import { type ServiceDefinition, writeInteraction, writeService } from "./write-service.ts";
import { writeStruct } from "./write-struct.ts";
import { writeUnion } from "./write-union.ts";

export interface FileOptions extends ModuleOptions {
  /** What the file is called in its first line. */
  readonly name: string;
}

/** The TypeScript of one file of a program. */
export function writeFile(index: ProgramIndex, file: ProgramFile, options: FileOptions): string {
  const module = new Module(index, file, options);
  const declarations = inOrder(module, file.definitions).flatMap((definition) => write(module, definition));
  const head = `// Generated from ${inLineComment(options.name)} by seapink. Do not edit: \`seapink generate\` writes it anew.`;
  const doc = docComment(linesOf(file.document.doc)).join("\n");
  const imports = module.imports.layout().map((one) => print(one));
  const top = [head, ...(doc === "" ? [] : [`${doc}\n`]), ...imports].join("\n").trimEnd();
  return `${[top, ...[...declarations, ...module.codecs.layout()].map((one) => print(one))].join("\n\n")}\n`;
}

/** Whatever code runs at once comes behind what it needs: constants behind types, services behind both. */
function inOrder(module: Module, definitions: readonly Definition[]): readonly Definition[] {
  const constants = definitions.filter((one) => one.kind === "const");
  const interactions = definitions.filter((one) => one.kind === "interaction");
  const services = definitions.filter((one) => one.kind === "service");
  const types = definitions.filter((one) => !isLate(one));
  return [...types, ...orderConstants(module, constants), ...interactions, ...orderServices(services)];
}

function isLate({ kind }: Definition): boolean {
  return kind === "const" || kind === "interaction" || kind === "service";
}

// A service may extend one further down.
function orderServices(services: readonly ServiceDefinition[]): readonly ServiceDefinition[] {
  const byType = new Map(services.map((one) => [one.type, one]));
  const ordered = new Set<ServiceDefinition>();
  const visit = (one: ServiceDefinition): void => {
    const parent = one.type.extends && byType.get(one.type.extends);
    if (parent) visit(parent);
    ordered.add(one);
  };
  for (const one of services) visit(one);
  return [...ordered];
}

function write(module: Module, definition: Definition): readonly Layout[] {
  switch (definition.kind) {
    case "const":
      return writeConstant(module, definition);
    case "typedef":
      return [writeTypedef(module, definition)];
    case "enum":
      return writeEnum(module, definition);
    case "struct":
      return writeStruct(module, definition);
    case "union":
      return writeUnion(module, definition);
    case "exception":
      return writeException(module, definition);
    case "service":
      return writeService(module, definition);
    case "interaction":
      return writeInteraction(module, definition);
  }
}

function writeTypedef(module: Module, definition: Extract<Definition, { kind: "typedef" }>): Layout {
  const { node, type } = definition;
  const spelled = spellType(module, type, { node: node.type, file: module.file });
  return documented(node, `export type ${module.nameOf(definition, "", "type")} = ${spelled};`);
}
