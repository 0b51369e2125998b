/** The Thrift JSON protocol: exact for i64, strict in what it writes, tolerant in what it reads. */
export { json, type JsonOptions } from "./json.ts";
