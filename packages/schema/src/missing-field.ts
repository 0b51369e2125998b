import { ProtocolError } from "@seapink/core";
import { fieldStep, pathText } from "./field-path.ts";
import type { Fieldset } from "./type.ts";

/** @param offset where the struct ended that was read; none when writing */
export function missingField(type: Fieldset, name: string, offset?: number): never {
  const owner = pathText(fieldStep(type.name));
  const message = `expected field ${pathText(fieldStep(name))}, which ${owner} requires, got none`;
  throw new ProtocolError("invalid_data", message, offset === undefined ? {} : { offset });
}
