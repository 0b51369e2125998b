import { type ApplicationError, defaultLimits } from "@seapink/core";
import { callErrorOf, undeclaredErrorOf } from "../../src/errors/from-wire.ts";
import { rpcErrorOf, undeclaredOf } from "../../src/errors/to-wire.ts";
import { responseMetadata } from "../../src/metadata/response-metadata.ts";
import { responseRpcError } from "../../src/metadata/rpc-error.ts";
import { decoded, encoded } from "../metadata/encoded.ts";

/** How an error arrives that was sent: as bytes, in whichever of the two ways it takes. */
export function overWire(error: ApplicationError): ApplicationError {
  const frame = rpcErrorOf(error);
  if (frame !== undefined) return callErrorOf(frame.frameCode, encoded(responseRpcError, frame.error), defaultLimits);
  const { exceptionMetadata, headers: otherMetadata } = undeclaredOf(error);
  const bytes = encoded(responseMetadata, { otherMetadata, payloadMetadata: { exceptionMetadata } });
  const { payloadMetadata, otherMetadata: headers } = decoded(responseMetadata, bytes);
  return undeclaredErrorOf(payloadMetadata?.exceptionMetadata ?? {}, headers ?? new Map());
}
