import { expect, test } from "vitest";
import { expectNoHttp } from "../../src/decode/expect-no-http.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

test.each([
  ["GET / HTTP/1.1\r\n", "an HTTP request"],
  ["POST /thrift", "an HTTP request"],
  ["HTTP/1.1 200 OK\r\n", "an HTTP response"],
  ["PRI * HTTP/2.0\r\n", "an HTTP/2 preface"],
])("knows %j", (text, what) => {
  expect(() => expectNoHttp(bytesOf(text))).toThrow(`expected bytes of Thrift, got ${what}`);
});

test.each(["GETTER", "GET", "[1,", "POST", " GET /"])("takes %j for something else", (text) => {
  expect(() => expectNoHttp(bytesOf(text))).not.toThrow();
});
