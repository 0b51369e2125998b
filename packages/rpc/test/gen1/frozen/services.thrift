// The files beside this one were generated of it once, and are not written again: they pin what gen1 promises.

/** All that services of the first generation ask of rpc and schema. */

exception Missing {
  1: string key
}

exception Broken {
}

interaction Cursor {
  i64 seek(1: i64 delta)
  stream<string throws (1: Broken broken)> lines(1: i32 count = 2) throws (1: Missing missing)
}

service Base {
  void ping()
  string get(1: string key) throws (1: Missing missing)
} (base = "1")

service Store extends Base {
  oneway void note(1: string text)
  i32, stream<string throws (1: Broken broken)> tail(1: string key)
  sink<string, i32 throws (1: Broken broken)> add()
  sink<string>, stream<string> shout()
  Cursor, i32 open(1: string key = "a")
  performs Cursor
}
