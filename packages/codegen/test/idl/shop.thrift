/** A shop, with every kind of method. */

include "money.thrift"

typedef i64 (js.type = "number") Count
typedef map<i64, Count> Stock

const list<string> DEFAULT_TAGS = ["new"]

struct Item {
  /** Never changes. */
  1: i64 id
  2: string name
  3: optional money.Money price
  4: list<string> tags = DEFAULT_TAGS
  5: optional binary picture
}

union Payment {
  1: money.Money cash
  /** The number of the card. */
  2: string card
}

/** There is no such item. */
exception NotFound {
  1: i64 id
  2: optional string message
}

exception SoldOut {
  1: string message
}

exception Closed {
}

/** A basket that is filled one by one. */
interaction Basket {
  Count add(1: i64 id, 2: Count count = 1) throws (1: NotFound notFound)
  stream<Item> items()
  money.Money pay(1: Payment payment) throws (1: money.Refused refused)
}

service Catalogue {
  Item get(1: i64 id) throws (1: NotFound notFound, 2: Closed closed)
  Stock stock(1: set<i64> ids)
}

service Shop extends Catalogue {
  void ping()
  oneway void note(1: string text)
  stream<Item throws (1: SoldOut soldOut)> watch(1: string name)
  i32, stream<string> log(1: i32 lines)
  sink<Item, Count> restock(1: string shelf) throws (1: Closed closed)
  sink<string>, stream<Item> find()
  /** Begins a basket. */
  Basket, i32 begin(1: string customer)
  performs Basket
}
