import { compile, type Program } from "@seapink/idl";

export const program: Program = compile({
  "store.thrift": `
    include "shared.thrift"

    /** Keys are short. */
    const i32 LIMIT = 64
    typedef list<shared.Color> Colors (note = "as they come")

    /**
     * What is kept.
     * And more.
     */
    struct Info {
      /** In bytes. */
      1: required i64 size
      2: optional Colors colors = [shared.Color.RED] (since = "2")
      3: map<string, Info> parts
    }
    exception NotFound { 1: string key }
    interaction File {
      stream<binary throws (1: NotFound gone)> read(1: i32 bytes)
    }
    service Store extends shared.Base {
      /** Reads a value. */
      Info get(1: string key, 2: i64 version = 9007199254740993) throws (1: NotFound notFound)
      oneway void log(1: string line)
      File, Info open(1: string it_s = "it's") (slow)
      sink<i32, bool> fill()
    }`,
  "shared.thrift": `enum Color { RED = 1, /** As grass is. */ GREEN }
    service Base { void ping() }`,
});
