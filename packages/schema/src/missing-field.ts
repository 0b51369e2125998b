import { ProtocolError } from "@seapink/core";
import { fieldStep, pathText } from "./field-path.ts";
import type { Fieldset } from "./type.ts";

export function missingField(type: Fieldset, name: string): never {
  const owner = pathText(fieldStep(type.name));
  throw new ProtocolError(
    "invalid_data",
    `expected field ${pathText(fieldStep(name))}, which ${owner} requires, got none`,
  );
}
