include "deep/base.thrift"

namespace js torture.middle

typedef base.Point Place
typedef base.Index Catalogue
typedef map<base.Color, set<base.ExactSize>> Sizes

enum Color {
  BLACK = 0
  WHITE = 1
}

/** Contains itself, in every way there is. */
struct Tree {
  1: i32 value
  2: optional Tree left
  3: list<Tree> children
  4: map<string, Tree> named
  5: optional Forest forest
  6: optional Leaf leaf
}

struct Forest {
  1: set<string> names
  2: list<Tree> trees
  3: optional Leaf smallest
}

union Leaf {
  1: string text
  2: Tree tree
  3: list<Leaf> leaves
  4: map<i32, Forest> forests
}

exception Felled {
  1: optional Tree tree
  2: optional Felled before
  3: base.Lost lost
}

const base.Point HERE = {"x": 1.5, "y": 2, "label": base.NAME}
const Tree SAPLING = {"value": 1, "children": [{"value": 2}], "named": {"a": {"value": 3, "leaf": {"text": "green"}}}}
const base.Shape PATH = {"path": [HERE, base.ORIGIN, {"x": 3, "y": 4}]}
const map<base.Color, string> COLOR_NAMES = {base.Color.RED: "red", base.Color.CRIMSON: "crimson", base.Color.GREEN: "green"}

service Middle extends base.Base {
  Tree grow(1: Tree tree = SAPLING, 2: required i32 years, 3: Leaf leaf) throws (1: Felled felled, 2: base.Lost lost)
  oneway void water(1: base.Size liters)
  performs base.Cursor
}
