enum Status {
  OPEN = 1
  PAID = 2
}

union Payment {
  1: string card
  2: i64 voucher
}

struct Order {
  1: i64 id
  2: Status status = Status.OPEN
  3: optional string note
  4: set<string> tags
  5: map<string, i32> items
  6: optional Payment payment
  7: binary receipt
}

exception NotFound {
  1: i64 id
}

service Orders {
  i64 put(1: Order order)
  Order get(1: i64 id) throws (1: NotFound notFound)
  oneway void forget(1: i64 id)
}
