import { UsageError } from "../usage-error.ts";

const beginnings = [
  [/^(?:GET|POST|HEAD|PUT|OPTIONS|DELETE|PATCH) \S/, "an HTTP request"],
  [/^HTTP\/1\.[01] /, "an HTTP response"],
  [/^PRI \* HTTP\/2/, "an HTTP/2 preface"],
] as const;

/**
 * Nothing of Thrift begins like that.
 * @throws UsageError
 */
export function expectNoHttp(bytes: Uint8Array): void {
  const text = Buffer.from(bytes.subarray(0, 16)).toString("latin1");
  const what = beginnings.find(([pattern]) => pattern.test(text))?.[1];
  if (what !== undefined) throw new UsageError(`expected bytes of Thrift, got ${what}; its body alone may be such`);
}
