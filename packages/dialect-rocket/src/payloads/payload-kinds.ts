import type { DeclaredException } from "@seapink/core";
import type { ExceptionMetadata, PayloadMetadata } from "../metadata/payload-metadata.ts";

/** The data is a result, or item, whose field is a declared exception. */
export function declaredOf({ name, message }: DeclaredException): PayloadMetadata {
  return {
    exceptionMetadata: {
      ...(name !== undefined && { name_utf8: name.toWellFormed() }),
      ...(message !== undefined && { what_utf8: message.toWellFormed() }),
      metadata: { declaredException: {} },
    },
  };
}

/** The exception that metadata tells of, if it is a declared one. */
export function declaredIn(exception: ExceptionMetadata): DeclaredException | undefined {
  if (exception.metadata?.declaredException === undefined) return undefined;
  return { name: exception.name_utf8, message: exception.what_utf8 };
}
