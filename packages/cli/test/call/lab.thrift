// One method of each kind, and one value of each type.
enum Color { RED = 1, GREEN = 2 }

union Shape {
  1: i64 side
  2: string name
}

struct Request {
  1: required string name
  2: list<i64> ids
  3: optional Color color
}

struct Everything {
  1: bool yes
  2: i8 tiny
  3: i64 big
  4: double real
  5: string text
  6: binary bytes
  7: Color color
  8: list<Shape> shapes
  9: set<string> names
  10: map<i64, string> byNumber
  11: map<Shape, i32> byShape
  12: optional string note
  13: i32 size = 7
}

exception NotFound {
  1: string key
  2: i64 id
}

exception Broken {
  1: i32 count
}

interaction Counter {
  i64 add(1: i64 number) throws (1: Broken broken)
  stream<i64> upTo(1: i64 last)
  sink<i64, i64> addAll()
  i32 close()
}

service Base {
  string ping()
}

service Lab extends Base {
  Everything echo(1: Everything value) throws (1: NotFound missing)
  i64 next(1: i64 number)
  list<i64> idsOf(1: Request req)
  string find(1: string key) throws (1: NotFound notFound, 2: Broken broken)
  void nothing(1: i64 millis)
  oneway void shout(1: string text)
  string headers()
  string fail(1: string text)
  void never()

  stream<i64 throws (1: Broken broke)> count(1: i64 to) throws (1: NotFound notFound)
  Request, stream<i64> countWith(1: i64 to)
  stream<i64> forever()

  sink<i64, i64 throws (1: Broken broke)> sum(1: i64 start)
  Request, sink<Request, string> join(1: string separator)
  sink<i64, i64> takeOne()
  sink<i64, i64> neverEnds()

  sink<i64>, stream<i64> doubled()

  Counter counter(1: i64 start) throws (1: NotFound notFound)
  Counter, Request counterWith(1: i64 start)
  Counter, stream<i64> counterAnd(1: i64 start)
  performs Counter
}

service Other {
  i64 next(1: i64 number)
}

service Unserved {
  void missing()
}
