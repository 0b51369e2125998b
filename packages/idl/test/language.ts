/** Headers of all kinds, laid out as they are printed. */
export const headers = `/** The file. */
include "a.thrift"
include "b.thrift" as c
include d "e.thrift"
cpp_include '<map>'
hs_include "x"
@a.B{c = 1}
package "a.b/c"
package;
namespace * a.b
namespace js "a/b" (k = "v")
`;

/** Definitions of all kinds, with all that there may be in them. */
export const definitions = `/**
 * Two
 * lines.
 */
const i32 A = 0x1F

const string B = 'it\\'s'
const list<i32> C = [1, 2]

typedef map cpp_type "x" <string, list<i32> cpp_type "y"> M (a, b = "c")

senum S {
  "a",
  "b",
}

@a
enum E {
  A,
  /** One. */
  @b
  B = 1 (k = "v"),
} (a)

safe transient client exception F {}

union U xsd_all {
  required i32 a;
  1: optional Foo (k) & b = Foo{x = {1: true}} xsd_optional xsd_nillable xsd_attrs {
    i32 c;
  } (a = 1, b = true);
}

service T extends a.S {
  performs I;
  oneway void a(1: i32 p) throws (1: F f);
  I, i32, sink<i32 throws (1: F f), Foo>, stream<i32> b(
    /** A parameter. */
    1: i32 p,
  ) (k);
  readonly void c();
}

interaction I {}
`;
