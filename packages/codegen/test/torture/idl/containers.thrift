include "deep/base.thrift"
include "middle.thrift"

namespace js torture.containers

/** Each type by itself. */
struct Scalars {
  1: optional bool boolValue
  2: optional byte byteValue
  3: optional i16 i16Value
  4: optional i32 i32Value
  5: optional i64 i64Value
  6: optional double doubleValue
  7: optional string stringValue
  8: optional binary binaryValue
  9: optional base.Color enumValue
  10: optional base.Point structValue
  11: optional base.Shape unionValue
  12: optional base.Lost exceptionValue
  13: optional base.Names typedefValue
  14: optional base.Size numberValue
  15: optional base.ExactSize bigintValue
  16: optional base.Empty emptyValue
  17: optional middle.Tree treeValue
  18: optional list<i32> listValue
  19: optional set<string> setValue
  20: optional map<string, i64> mapValue
}

/** Each type, and always there. */
struct Required {
  1: required bool boolValue
  2: required byte byteValue
  3: required i16 i16Value
  4: required i32 i32Value
  5: required i64 i64Value
  6: required double doubleValue
  7: required string stringValue
  8: required binary binaryValue
  9: required base.Color enumValue
  10: required base.Point structValue
  11: required base.Shape unionValue
  12: required base.Lost exceptionValue
  13: required base.Names typedefValue
  14: required base.Size numberValue
  15: required base.ExactSize bigintValue
  16: required base.Empty emptyValue
  17: required middle.Tree treeValue
  18: required list<i32> listValue
  19: required set<string> setValue
  20: required map<string, i64> mapValue
}

/** A list of each. */
struct Lists {
  1: list<bool> boolList
  2: list<byte> byteList
  3: list<i16> i16List
  4: list<i32> i32List
  5: list<i64> i64List
  6: list<double> doubleList
  7: list<string> stringList
  8: list<binary> binaryList
  9: list<base.Color> enumList
  10: list<base.Point> structList
  11: list<base.Shape> unionList
  12: list<base.Lost> exceptionList
  13: list<base.Names> typedefList
  14: list<base.Size> numberList
  15: list<base.ExactSize> bigintList
  16: list<base.Empty> emptyList
  17: list<middle.Tree> treeList
  18: list<list<i32>> listList
  19: list<set<string>> setList
  20: list<map<string, i64>> mapList
}

/** A set of each. */
struct Sets {
  1: set<bool> boolSet
  2: set<byte> byteSet
  3: set<i16> i16Set
  4: set<i32> i32Set
  5: set<i64> i64Set
  6: set<double> doubleSet
  7: set<string> stringSet
  8: set<binary> binarySet
  9: set<base.Color> enumSet
  10: set<base.Point> structSet
  11: set<base.Shape> unionSet
  12: set<base.Lost> exceptionSet
  13: set<base.Names> typedefSet
  14: set<base.Size> numberSet
  15: set<base.ExactSize> bigintSet
  16: set<base.Empty> emptySet
  17: set<middle.Tree> treeSet
  18: set<list<i32>> listSet
  19: set<set<string>> setSet
  20: set<map<string, i64>> mapSet
}

/** Each as a key. */
struct Keys {
  1: map<bool, string> boolKey
  2: map<byte, string> byteKey
  3: map<i16, string> i16Key
  4: map<i32, string> i32Key
  5: map<i64, string> i64Key
  6: map<double, string> doubleKey
  7: map<string, string> stringKey
  8: map<binary, string> binaryKey
  9: map<base.Color, string> enumKey
  10: map<base.Size, string> numberKey
  11: map<base.ExactSize, string> bigintKey
}

/** What JavaScript compares by identity as a key, and JSON does not have. */
struct OddKeys {
  1: map<base.Point, string> structKey
  2: map<base.Shape, string> unionKey
  3: map<base.Lost, string> exceptionKey
  4: map<base.Names, string> typedefKey
  5: map<base.Empty, string> emptyKey
  6: map<middle.Tree, string> treeKey
  7: map<list<i32>, string> listKey
  8: map<set<string>, string> setKey
  9: map<map<string, i64>, string> mapKey
}

/** Each under a key. */
struct Items {
  1: map<string, bool> boolItem
  2: map<string, byte> byteItem
  3: map<string, i16> i16Item
  4: map<string, i32> i32Item
  5: map<string, i64> i64Item
  6: map<string, double> doubleItem
  7: map<string, string> stringItem
  8: map<string, binary> binaryItem
  9: map<string, base.Color> enumItem
  10: map<string, base.Point> structItem
  11: map<string, base.Shape> unionItem
  12: map<string, base.Lost> exceptionItem
  13: map<string, base.Names> typedefItem
  14: map<string, base.Size> numberItem
  15: map<string, base.ExactSize> bigintItem
  16: map<string, base.Empty> emptyItem
  17: map<string, middle.Tree> treeItem
  18: map<string, list<i32>> listItem
  19: map<string, set<string>> setItem
  20: map<string, map<string, i64>> mapItem
}

/** Containers of containers. */
struct Nested {
  1: optional list<list<base.Color>> listOfList
  2: optional list<set<i64>> listOfSet
  3: optional list<map<i32, base.Shape>> listOfMap
  4: optional set<list<i32>> setOfList
  5: optional set<set<string>> setOfSet
  6: optional set<map<string, double>> setOfMap
  7: optional map<i32, list<base.Lost>> mapOfList
  8: optional map<base.Color, set<base.Color>> mapOfSet
  9: optional map<i64, map<i16, map<bool, double>>> mapOfMap
  10: optional map<list<string>, i32> mapByList
  11: optional map<set<i32>, set<binary>> mapBySet
  12: optional map<map<byte, i32>, map<string, middle.Tree>> mapByMap
  13: optional list<map<string, set<list<map<i32, list<middle.Leaf>>>>>> deep
  14: optional middle.Catalogue catalogue
  15: optional middle.Sizes sizes
  16: optional list<i64 (js.type = "number")> numbers
  17: optional map<string, list<i64 (js.type = "bigint")>> bigints
}

/** What is not in every protocol. */
struct Floats {
  1: optional float floatValue
  2: required float requiredFloatValue
  3: list<float> floatList
  4: set<float> floatSet
  5: map<float, string> floatKey
  6: map<string, float> floatItem
}

/** Neither are these. */
struct Ids {
  1: optional uuid uuidValue
  2: required uuid requiredUuidValue
  3: list<uuid> uuidList
  4: set<uuid> uuidSet
  5: map<uuid, string> uuidKey
  6: map<string, uuid> uuidItem
}

/** A field of each of these. */
union Any {
  1: Scalars scalars
  2: Required required
  3: Lists lists
  4: Sets sets
  5: Keys keys
  6: Items items
  7: Nested nested
  8: list<Any> anys
  11: OddKeys oddKeys
  9: i64 number (js.type = "number")
  12: Floats floats
  13: Ids ids
  10: middle.Felled felled
}
