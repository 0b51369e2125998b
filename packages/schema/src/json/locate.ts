import { isProtocolError, ProtocolError } from "@seapink/core";
import { pathText } from "../field-path.ts";

interface Way {
  /** The innermost step first. */
  readonly steps: readonly string[];
  /** Whether the message says the place by line and column. */
  readonly isMalformed?: boolean;
}

/** An error of reading or writing, with the path of what was wrong, behind the prefix. */
export function locate(error: unknown, prefix: string, { steps, isMalformed = false }: Way): unknown {
  if (!isProtocolError(error)) return error;
  const path = pathText(prefix + steps.toReversed().join(""));
  const message = path === "" || isMalformed ? error.message : `${path}: ${error.message}`;
  const { code, offset, cause } = error;
  return new ProtocolError(code, message, {
    path,
    mayHaveRun: false,
    ...(offset >= 0 && { offset }),
    ...(cause !== undefined && { cause }),
  });
}
