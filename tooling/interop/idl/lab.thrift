// What Apache's test has none of: each type in each container, and what goes wrong.
namespace py lab

enum Color {
  NONE = 0
  RED = 1
  GREEN = 2
  LAST = 2147483647
}

struct Point {
  1: i32 x
  2: i32 y
} (python.immutable = "")

union Either {
  1: i32 number
  2: string text
  3: Point point
}

struct Empty {
}

struct Defaults {
  1: i32 number = 42
  2: string text = "hello"
  3: optional i32 maybe = 7
  4: list<i32> numbers = [1, 2, 3]
  5: Color color = Color.GREEN
  6: bool yes = true
}

struct Thing {
  -1: optional i32 minus_one
  -2: optional string minus_two
  -32768: optional bool lowest_id
  1: optional bool a_bool
  2: optional i8 an_i8
  3: optional i16 an_i16
  4: optional i32 an_i32
  5: optional i64 an_i64
  6: optional double a_double
  7: optional string a_string
  8: optional binary a_binary
  9: optional Color a_color
  10: optional Point a_point
  11: optional Either an_either
  12: optional Empty an_empty
  13: optional Defaults defaults
  14: optional Thing thing
  15: optional list<Thing> things
  40: optional bool no
  41: optional bool yes
  32767: optional bool highest_id
  101: optional list<bool> bool_list
  102: optional set<bool> bool_set
  103: optional map<bool, i32> bool_key
  104: optional map<i32, bool> bool_value
  105: optional list<list<bool>> bool_nested
  106: optional list<i8> i8_list
  107: optional set<i8> i8_set
  108: optional map<i8, i32> i8_key
  109: optional map<i32, i8> i8_value
  110: optional list<list<i8>> i8_nested
  111: optional list<i16> i16_list
  112: optional set<i16> i16_set
  113: optional map<i16, i32> i16_key
  114: optional map<i32, i16> i16_value
  115: optional list<list<i16>> i16_nested
  116: optional list<i32> i32_list
  117: optional set<i32> i32_set
  118: optional map<i32, i32> i32_key
  119: optional map<i32, i32> i32_value
  120: optional list<list<i32>> i32_nested
  121: optional list<i64> i64_list
  122: optional set<i64> i64_set
  123: optional map<i64, i32> i64_key
  124: optional map<i32, i64> i64_value
  125: optional list<list<i64>> i64_nested
  126: optional list<double> double_list
  127: optional set<double> double_set
  128: optional map<double, i32> double_key
  129: optional map<i32, double> double_value
  130: optional list<list<double>> double_nested
  131: optional list<string> string_list
  132: optional set<string> string_set
  133: optional map<string, i32> string_key
  134: optional map<i32, string> string_value
  135: optional list<list<string>> string_nested
  136: optional list<binary> binary_list
  137: optional set<binary> binary_set
  138: optional map<binary, i32> binary_key
  139: optional map<i32, binary> binary_value
  140: optional list<list<binary>> binary_nested
  141: optional list<Color> enum_list
  142: optional set<Color> enum_set
  143: optional map<Color, i32> enum_key
  144: optional map<i32, Color> enum_value
  145: optional list<list<Color>> enum_nested
  146: optional list<Point> struct_list
  147: optional set<Point> struct_set
  148: optional map<Point, i32> struct_key
  149: optional map<i32, Point> struct_value
  150: optional list<list<Point>> struct_nested
  151: optional list<list<i32> (python.immutable = "")> list_list
  152: optional set<list<i32> (python.immutable = "")> list_set
  153: optional map<list<i32> (python.immutable = ""), i32> list_key
  154: optional map<i32, list<i32> (python.immutable = "")> list_value
  155: optional list<list<list<i32> (python.immutable = "")>> list_nested
  156: optional list<set<i32> (python.immutable = "")> set_list
  157: optional set<set<i32> (python.immutable = "")> set_set
  158: optional map<set<i32> (python.immutable = ""), i32> set_key
  159: optional map<i32, set<i32> (python.immutable = "")> set_value
  160: optional list<list<set<i32> (python.immutable = "")>> set_nested
  161: optional list<map<i32, i32> (python.immutable = "")> map_list
  162: optional set<map<i32, i32> (python.immutable = "")> map_set
  163: optional map<map<i32, i32> (python.immutable = ""), i32> map_key
  164: optional map<i32, map<i32, i32> (python.immutable = "")> map_value
  165: optional list<list<map<i32, i32> (python.immutable = "")>> map_nested
}

struct Seen {
  1: Thing value
  2: string text
}

struct Narrow {
  1: i32 first
  3: string second
  5: i32 changed
  9: i32 last
}

struct Wide {
  -3: optional string negative
  1: i32 first
  2: list<map<string, Point>> inserted
  3: string second
  4: bool flag
  5: string changed
  6: Thing thing
  7: set<i64> set_of_i64
  8: double number
  9: i32 last
  10: binary appended
}

exception Declared {
  1: i32 code
  2: string reason
  3: optional Point where
}

exception Other {
}

service LabBase {
  i64 add(1: i64 a, 2: i64 b)
}

service Lab extends LabBase {
  void nothing()
  Seen see(1: Thing value)
  string text(1: string value)
  binary bytes(1: binary value)
  Narrow narrow(1: Narrow value)
  Wide widen(1: i32 first)
  i32 fail(1: string how) throws (4: Other other, 2: Declared declared)
  oneway void note(1: string value)
  string noted()
}

// A newer edition of Lab, as clients have it whose server is older.
service LabNext {
  Narrow narrow(1: Wide value, 2: map<string, Wide> more, 3: bool flag)
  Narrow widen(1: i32 first)
  string added(1: i32 value)
}
