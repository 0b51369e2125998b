/** The bottom of three levels of includes. */
namespace js torture.base

enum Color {
  RED = 1
  /** As grass is. */
  GREEN = 2
  CRIMSON = 1
  LOWEST = -2147483648
  HIGHEST = 2147483647
}

enum Plain {
  ZERO
  ONE
  SEVEN = 7
  EIGHT
}

typedef i64 Size (js.type = "number")
typedef i64 ExactSize (js.type = "bigint")
typedef string Name
typedef list<Name> Names
typedef map<Name, Names> Index
typedef Color Paint

struct Point {
  1: required double x
  2: required double y
  3: optional string label
}

struct Empty {}

union Shape {
  1: Point point
  2: ExactSize radius
  3: list<Point> path
  4: bool none
}

exception Lost {
  1: required string key
  2: optional Point near
}

/** As little as there can be. */
exception Gone {}

const Size LIMIT = 1024
const Name NAME = "base"
const Names NAMES = [NAME, "other"]
const Point ORIGIN = {"x": 0, "y": -0.0}

service Base {
  void ping()
  /** What everybody has. */
  Point locate(1: Name name) throws (1: Lost lost)
}

/** Begun without a call of its own. */
interaction Cursor {
  Point next(1: ExactSize steps) throws (1: Gone gone)
  oneway void rewind()
}
