// What is wrong with each line is told where it is, and nothing else is.
namespace js torture
namespace js torture.again
include "palette.thrift"
include "nowhere.thrift"
include "unused.thrift"

typedef Loop Pool
typedef list<Pool> Loop
typedef Strin Text

const i8 TOO_SMALL = -129
const i32 TOO_LARGE = 2147483648
const i64 FAR_TOO_LARGE = 9223372036854775808
const string NUMBER = 5
const bool MAYBE = "yes"
const double WORDS = "one"
const uuid SHORT = "0011"
const list<i32> MIXED = [1, "two", 3]
const map<string, i32> TWICE = {"a": 1, "a": 2}
const i32 ROUND = ABOUT
const i32 ABOUT = ROUND
const Color PAINT = Color.GREAN
const Color BARE = RED
const Color ULTRAVIOLET = 42
const Point NOWHERE = {}
const Point SPACE = {"x": 1, "z": 2}
const Shape BOTH = {"radius": 1, "corner": {"x": 1}}
const i32 SHARED = palette.LIMITT
const pigment.Pigment INDIRECT = {}
@Nota const i32 NOTED = 1

enum Color {
  RED = 1
  GREEN
  RED
  HUGE = 3000000000
}

struct Point {
  1: required i32 x
  1: i32 y
  2: i32 x
  40000: i32 far
  3: void nothing
  4: Pint pint
  5: Canvas canvas
  6: i32 misplaced = "left"
  7: map<list<i32>, i32> byPath
}

struct Point {
  1: i32 other
}

union Shape {
  1: i32 radius = 1
  2: Point corner
  3: i32 side = 2
}

struct Endless {
  1: required Endless more
}

exception Lost {
  1: string where
}

service Canvas extends Point {
  void draw(1: Point from, 1: Point to)
  void draw(1: Shape shape)
  oneway void erase() throws (1: Lost lost)
  void move() throws (1: Point point)
  stream<Color throws (1: Colour colour)> paint()
  performs Canvas
  Lost find(1: optional i32 x
  void undo()
}

service Easel extends Easel {
  i32, i64 stand()
}

struct Last {
  1: i32 count = 1 +
  2: Color color
}

interaction Brush {
  Brush split()
}
