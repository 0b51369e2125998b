import { readFileSync } from "node:fs";

const names = ["base.thrift", "example_service.thrift", "fileserver.thrift", "http.thrift", "keyvalue.thrift"];

/** The text of each file in `idl/`. */
export const sharedIdl: ReadonlyMap<string, string> = new Map(
  names.map((name) => [name, readFileSync(new URL(`idl/${name}`, import.meta.url), "utf8")]),
);
