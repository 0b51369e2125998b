// What the compilers of some peers do not know yet. No doubles here: they stand in for uuids where code is generated.
namespace py uuids

struct UuidBox {
  1: optional uuid one
  2: optional list<uuid> many
  3: optional set<uuid> unique
  4: optional map<uuid, i32> by_uuid
  5: optional map<i32, uuid> by_number
  6: optional list<list<uuid>> nested
}

struct UuidsSeen {
  1: UuidBox value
  2: string text
}

service Uuids {
  uuid echo(1: uuid value)
  UuidsSeen look(1: UuidBox value)
}
