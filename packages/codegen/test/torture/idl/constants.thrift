include "deep/base.thrift"
include "middle.thrift"

namespace js torture.constants

const bool YES = true
const bool ONE_IS_TRUE = 1
const byte LEAST_BYTE = -128
const i16 MOST_I16 = 32767
const i32 LEAST_I32 = -2147483648
const i32 HEXADECIMAL = 0x7fffffff
const base.ExactSize LEAST_I64 = -9223372036854775808
const base.ExactSize MOST_I64 = 9223372036854775807
const i64 PLAIN = -1024
const base.Size SAFE = 9007199254740991
const base.ExactSize UNSAFE = 9007199254740993
const double TENTH = 0.1
const double WHOLE = 3
const double NEGATIVE_ZERO = -0.0
const double TINY = 5e-324
const double HUGE = 1.7976931348623157e308
const string QUOTES = "it's \"quoted\", \\ and more"
const string SINGLE = 'double " and `backticks` and ${nothing}'
const string LINES = "a\nb\tc\r"
const string UNICODE = "grün 🌳 "
const string CLOSING = "*/ </script> //"
const binary BYTES = "bytes"
const uuid ID = "00112233-4455-6677-8899-aabbccddeeff"
const base.Color ENUM = base.Color.GREEN
const base.Color ALIAS = base.Color.CRIMSON
const base.Paint LOWEST = base.Color.LOWEST
const middle.Color OTHER = middle.Color.WHITE

const list<i32> NO_NUMBERS = []
const list<i32> NUMBERS = [1, HEXADECIMAL, -3]
const set<string> WORDS = ["a", "b", base.NAME]
const map<string, base.ExactSize> COUNTS = {"least": LEAST_I64, "none": 0}
const map<base.Color, list<base.Color>> MIXES = {base.Color.RED: [base.Color.RED, base.Color.GREEN]}
const list<list<map<string, set<i16>>>> NESTED = [[{"a": [1, 2]}, {}], []]
const base.Names ALIASED = base.NAMES
const middle.Catalogue CATALOGUE = {"first": ["x", base.NAME]}

const base.Point POINT = {"x": 1, "y": 2.5}
const list<middle.Place> PLACES = [POINT, base.ORIGIN, middle.HERE, {"x": 0, "y": 0, "label": QUOTES}]
const base.Shape SHAPE = {"radius": 9007199254740993}
const base.Shape POINTED = {"point": POINT}
const map<string, base.Shape> SHAPES = {"round": SHAPE, "straight": middle.PATH}
const middle.Tree TREE = {"value": 5, "children": [middle.SAPLING], "forest": {"names": ["one"], "trees": [middle.SAPLING]}}
/** Of what comes below it. */
const list<string> EARLY = [LATE, LATE]
const string LATE = "late"

/** Each type with a default. */
struct Defaults {
  1: bool flag = true
  2: byte tiny = LEAST_BYTE
  3: i16 small = MOST_I16
  4: i32 medium = HEXADECIMAL
  5: base.ExactSize large = LEAST_I64
  6: i64 unsafe = 9007199254740993 (js.type = "bigint")
  7: i64 safe = 9007199254740991 (js.type = "number")
  8: double real = 1e-7
  10: string text = LINES
  11: binary data = "raw"
  13: base.Color color = base.Color.GREEN
  14: base.Paint paint = base.Color.CRIMSON
  15: middle.Color other = middle.Color.WHITE
  16: list<i32> numbers = NUMBERS
  17: set<string> words = WORDS
  18: map<string, base.ExactSize> counts = COUNTS
  19: base.Names names = base.NAMES
  20: list<base.Point> points = [POINT, {"x": 3, "y": 4}]
  21: base.Point point = POINT
  22: base.Shape shape = SHAPE
  23: middle.Tree tree = TREE
  24: required i32 needed = 24
  25: optional i32 maybe = 25
  26: optional list<base.Shape> shapes = [{"none": true}, middle.PATH]
  27: map<base.Color, base.Point> places = {base.Color.RED: {"x": 1, "y": 1}}
  28: base.Size limit = base.LIMIT
  29: list<string> early = EARLY
}

/** Defaults of what is not in every protocol. */
struct YoungDefaults {
  1: float half = 0.5
}

struct OtherDefaults {
  1: uuid id = ID
}

union Choice {
  1: i32 number = 7
  2: string text
}

exception Refused {
  1: string reason = "no reason given"
  2: optional i32 code = 403
  3: list<base.Color> colors = [base.Color.RED]
}

/** A constant of a struct with defaults. */
const Defaults ALL_DEFAULT = {"needed": 1}
const Choice CHOICE = {"text": "this"}
