// The files beside this one were generated of it once, and are not written again: they pin what gen1 promises.

/** All that types of the first generation ask of schema. */

typedef i64 (js.type = "number") Count
typedef list<Node> Nodes

/** The colors that there are. */
enum Color {
  RED
  /** As grass is. */
  GREEN = 5
} (paint = "oil")

const list<i64> SOME = [1, 2]

struct Scalars {
  1: required bool a
  2: byte b
  3: i16 c
  4: i32 d
  5: i64 e
  6: Count f
  7: double g
  8: string h
  9: binary i
  10: uuid j
  11: optional Color color = Color.GREEN
  12: required i32 withDefault = 7
  13: i64 constructor (key = "a", key = "b")
}

struct Node {
  1: string name
  2: optional Node next
  3: Nodes children = []
  4: set<i64> ids = SOME
  5: map<string, map<Count, Color>> byName
  6: optional Problem problem
  7: optional Shape shape
  8: list<list<Scalars>> rows
}

union Shape {
  1: Node node
  2: map<i32, Count> sizes
  3: string text
}

/** Nothing of this name. */
exception Problem {
  1: string name
  2: optional string message
  3: required list<i32> codes = [1]
}

exception Silent {
}
