import { loadIdl } from "@seapink/idl/node";
import type { ServiceType } from "@seapink/schema";
import type { ConformanceMethods } from "./methods.ts";
import type { UserExceptionFields } from "./shapes.ts";

/** What both sides of the suite know: the service, and the one exception that it declares. */
export interface Suite {
  readonly service: ServiceType<ConformanceMethods>;
  readonly UserException: new (fields: UserExceptionFields) => Error & UserExceptionFields;
}

export async function loadSuite(): Promise<Suite> {
  const program = await loadIdl(new URL("../../idl/rpc.thrift", import.meta.url), { fieldIds: "explicit" });
  return {
    // Their types are written by hand beside the IDL, as generated ones would be.
    service: program.service("RPCConformanceService") as ServiceType<ConformanceMethods>,
    UserException: program.exception("UserException") as unknown as Suite["UserException"],
  };
}
