import type { RpcTestCase, ShapeName, Shapes } from "../shapes.ts";

/** Whom a case is for: some need what only one side of the real suite can do. */
export type Audience = "both" | "server" | "client";

export interface ConformanceCase {
  /** As fbthrift's suite calls it, without the word test. */
  readonly name: string;
  readonly audience: Audience;
  readonly testCase: RpcTestCase;
}

/** A case of one method: what either side is told, and what either must tell. */
export function conformanceCase<N extends ShapeName>(
  name: string,
  field: N,
  { clientInstruction, serverInstruction, clientTestResult, serverTestResult }: Shapes[N],
  audience: Audience = "both",
): ConformanceCase {
  const testCase = {
    clientInstruction: { field, value: clientInstruction },
    clientTestResult: { field, value: clientTestResult },
    serverInstruction: { field, value: serverInstruction },
    serverTestResult: { field, value: serverTestResult },
  };
  // That each value is of its field is what the arguments say.
  return { name, audience, testCase: testCase as unknown as RpcTestCase };
}
