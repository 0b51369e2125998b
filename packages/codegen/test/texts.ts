import type { CompileOptions, IdlTexts } from "@seapink/idl";

/** A program of which TypeScript is made: its files, the entry first. */
export interface Sample {
  readonly files: IdlTexts;
  readonly options?: CompileOptions;
}

/** Programs with one thing each that is hard to write. */
export const samples: Readonly<Record<string, Sample>> = {
  nothing: { files: { "a.thrift": "" } },
  scalars: {
    files: {
      "a.thrift": `struct A {
        1: bool a 2: byte b 3: i8 c 4: i16 d 5: i32 e 6: i64 f 7: double g 8: string h 9: binary i 10: uuid j
      }`,
    },
  },
  containers: {
    files: {
      "a.thrift": `
        enum E { A } struct S { 1: i32 a } union U { 1: i32 a } exception X { 1: i32 a }
        struct A {
          1: list<list<set<map<string, binary>>>> a 2: map<i64, map<E, list<S>>> b 3: set<U> c 4: list<X> d
          5: optional list<uuid> e 6: map<list<string>, set<i64>> f
        }`,
    },
  },
  requiredness: {
    files: {
      "a.thrift": `struct A {
        1: required i32 a 2: optional i32 b 3: i32 c 4: i32 d = 5 5: required i32 e = 6 6: optional i32 f = 7
      } exception X { 1: required i32 a 2: optional i32 b 3: i32 c = 5 }`,
    },
  },
  recursion: {
    files: {
      "a.thrift": `
        typedef list<Node> Nodes typedef map<string, Tree> Trees typedef Trees Forest
        struct Node { 1: optional Node next 2: Nodes children 3: Forest forest }
        union Tree { 1: Tree one 2: Trees many 3: Node node 4: Leaf leaf }
        struct Leaf { 1: optional Tree tree 2: list<Leaf> more }
        exception Deep { 1: optional Node at 2: list<Deep> others }`,
    },
  },
  enums: {
    files: {
      "a.thrift": `
        enum None {} enum Twice { A = 1, B = 1 } enum Below { A = -5, B, C = 0x7fffffff, D = -2147483648 }
        enum Words { class, constructor, __proto__, toString } struct S { 1: None none 2: Words words = Words.__proto__ }
        const Twice B = Twice.B const list<Below> BELOW = [Below.A, Below.D] const map<Words, i32> NAMED = {Words.class: 1}`,
    },
  },
  "enum numbers without a name": {
    files: { "a.thrift": "enum E { A = 1 } const E FIVE = 5 struct S { 1: E e = 6 }" },
    options: { dialect: "fbthrift" },
  },
  unions: {
    files: {
      "a.thrift": `
        union None {} union Same { 1: i32 a 2: i32 b 3: string field 4: string value 5: list<Same> more }
        const Same SAME = {"more": [{"a": 1}, {"field": "x"}]} struct S { 1: Same same = {"b": 2} 2: None none }`,
    },
  },
  exceptions: {
    files: {
      "a.thrift": `
        exception Void {} exception Same { 1: string message } exception Other { 1: string message }
        exception Texts { 1: optional string message 2: optional string name 3: optional string stack 4: string cause }
        exception Numbers { 1: i32 message 2: Void name 3: list<i32> stack 4: optional i64 cause 5: i32 fields 6: i32 t }
        exception Inherited { 1: i32 constructor 2: i32 toString 3: optional i32 __proto__ 4: i32 prototype 5: i32 valueOf }
        exception Defaults { 1: string message = "m" 2: i32 code = 5 3: optional i32 class }
        exception Long { 1: string aLongNameOfAField 2: string anotherLongNameOfAField 3: string yetAnotherNameOfAField }
        service S { void a() throws (1: Void a, 2: Same b, 3: Numbers c, 4: Texts d, 5: Inherited e 6: Defaults f) }
        const Numbers NUMBERS = {"message": 1, "stack": [1]} const Void VOID = {} const Texts TEXTS = {"name": "n", "cause": ""}`,
    },
  },
  "words as names": {
    files: {
      "a.thrift": `
        struct any { 1: i32 class } struct number { 1: any a } union never { 1: number n } enum object { undefined }
        enum eval { arguments } exception unknown { 1: i32 let } typedef list<any> bigint typedef bigint keyof
        struct undefined { 1: keyof keyof 2: infer infer } struct infer {} struct interface_ {} struct await { 1: is is }
        struct globalThis {} struct readonly {} typedef readonly is struct symbol { 1: boolean b } typedef bool boolean
        struct intrinsic {} typedef intrinsic asserts struct unique { 1: asserts a 2: unique u } const i32 let = 5
        service arguments { symbol yield(1: any this, 2: i32 default = let) void constructor() void prototype() }
        struct type { 1: of of 2: as as 3: yield_ yield_ } struct of {} struct as {} typedef as yield_ struct abstract {}
        struct declare { 1: abstract abstract 2: module module } struct module {} struct require {} struct exports {}`,
    },
  },
  "names of globals": {
    files: {
      "a.thrift": `
        struct Error { 1: string message } struct Map { 1: map<string, i32> m } struct Uint8Array { 1: binary b = "abc" }
        struct Set { 1: set<string> s = ["a"] } struct Omit {} exception X { 1: i32 message } exception Promise {}
        struct Object { 1: map<Map, Set> a } struct String {} struct Array { 1: list<Array> a } struct Symbol {}
        const map<string, set<i32>> M = {"a": [1]} struct Record {} struct Empty {} struct ErrorOptions {} enum Number { NaN, Infinity } const i32 Infinity = 5 struct Function {}`,
    },
  },
  "names of imports": {
    files: {
      "a.thrift": `
        include "t.thrift" include "Map.thrift" include "class.thrift" include "Client.thrift"
        struct Client { 1: t.T t 2: map<string, Map.M> m 3: class.C c } struct t_ {} struct Implementation {}
        service t { Client call(1: Client.I i) } interaction InteractionClient { void a() }`,
      "t.thrift": "enum T { A }",
      "Map.thrift": "struct M {}",
      "class.thrift": "typedef i32 C",
      "Client.thrift": "struct I {}",
    },
  },
  "names of what is derived": {
    files: {
      "a.thrift": `
        enum Color { RED } struct ColorType { 1: Color c } struct ColorType_ {} exception X { 1: i32 message }
        exception XType {} struct XBase {} service S { void a() throws (1: X x, 2: XType y) } struct SMethods {}
        struct SClient {} typedef i32 SHandler interaction I { void a() } service I_ { performs I } struct IMethods {}`,
    },
  },
  "a constant with the name of a type": {
    files: {
      "a.thrift": `
        const i32 A = 5 struct A { 1: i32 a = A } const A B = {"a": A} struct B { 1: A a = B } const i32 C = A
        typedef i32 D const D D = 6 struct A_ { 1: D d = D }`,
    },
  },
  "names with dots": {
    files: {
      "a.thrift": `
        struct a.b { 1: i32 c.d 2: optional a_b e } struct a_b { 1: a.b x.y = {"c.d": 5} }
        enum x.y { a.b, c } service s.t { a.b m.n(1: a.b o.p) void q() }`,
    },
    options: { dialect: "thriftgo" },
  },
  "fields of any name": {
    files: {
      "a.thrift": `
        struct A { 1: i32 __proto__ 2: string constructor 3: optional i32 hasOwnProperty 4: i32 class = 5 5: A toString }
        union B { 1: i32 __proto__ 2: i32 constructor } const A C = {"__proto__": 1, "constructor": "c"}
        struct D { 1: A a = {"__proto__": 5, "constructor": ""} } const B E = {"__proto__": 7}
        struct F { 1: optional i32 toString 2: i32 x } const F G = {"x": 1} const list<F> H = [{"x": 1}]
        exception I { 1: optional i32 valueOf 2: i32 x } const I J = {"x": 1}
        service S { void m(1: i32 __proto__, 2: i32 constructor = 5, 3: i32 arguments) void __proto__() }`,
    },
  },
  i64: {
    files: {
      "a.thrift": `
        typedef i64 Big typedef i64 (js.type = "number") Small typedef list<Big> Bigs typedef map<Big, Bigs> Map
        struct A {
          1: i64 a 2: Big b 3: Small c 4: Bigs d 5: Map e 6: i64 f (js.type = "number") 7: Big g (js.type = "number")
          8: Bigs h (js.type = "number") 9: Map i (js.type = "number") 10: Small j (js.type = "bigint")
          11: Map k (js.type = "bigint") 12: list<i64> l = [1, -2] 13: Bigs m = [3]
        }
        const i64 TWO = 2 const Small THREE = 3 const Big MANY = 9007199254740991 const Map MAP = {1: [2]}
        service S { Big a(1: Small a, 2: Bigs b, 3: i64 c = TWO) }`,
    },
  },
  constants: {
    files: {
      "a.thrift": `
        enum E { A = 1, B = 2 } struct P { 1: i32 x 2: i32 y = 7 3: optional E e 4: list<P> more } union U { 1: P p 2: string s }
        const i64 LEAST = -9223372036854775808 const i64 MOST = 9223372036854775807 const i32 HEX = 0xff const bool YES = 1
        const double D = 1.5e300 const double E_ = 1e21 const double ZERO = -0.0 const double WHOLE = 5
        const string QUOTES = 'it\\'s "so" \\\\ \\n' const string SINGLE = "it's" const binary BYTES = "a\\tb" const binary NO_BYTES = ""
        const string ODD = "\u2028\u2029\u0000\u001b é 🌸 */ \${x} \`" const uuid ID = "00112233-4455-6677-8899-AABBCCDDEEFF"
        const E FIRST = E.A const E SECOND = 2 const list<E> ES = [E.B, FIRST] const i32 NUMBER = E.B
        const P ORIGIN = {"x": 0} const P EMPTY = {} const list<P> PS = [ORIGIN, {"x": 1, "more": [ORIGIN, {}]}]
        const U TEXT = {"s": "x"} const list<U> US = [TEXT, {"p": ORIGIN}] const map<string, U> BY_NAME = {"a": TEXT, "b": {"s": ""}}
        const map<E, list<string>> M = {E.A: ["a", "b"], E.B: []} const map<string, map<i32, bool>> MM = {"a": {1: true}, "b": {}}
        const set<E> S = [E.A] const set<string> NO_S = [] const list<list<i32>> LL = [[1, 2], [3]] const map<i32, i32> NO_M = {}
        const map<P, i32> BY_POINT = {{"x": 1}: 1} const i32 SAME = HEX const double AS_DOUBLE = HEX const map<string, i32> TWICE = {"a": 1, "a": 2}
        struct Uses { 1: i32 a = HEX 2: P b = ORIGIN 3: list<U> c = US 4: E d = FIRST 5: double e = HEX 6: P f = {"e": SECOND} }`,
    },
  },
  "constants in any order": {
    files: {
      "a.thrift": `
        include "b.thrift"
        const list<i32> A = [B, C, b.D] const i32 B = C const i32 C = 5 struct S { 1: list<i32> a = A 2: P p = {"x": C} }
        struct P { 1: i32 x 2: i32 y = B } const P ORIGIN = P{x = B} const map<i32, P> MAP = {B: ORIGIN}`,
      "b.thrift": "const i32 D = E const i32 E = 6",
    },
    options: { dialect: "fbthrift" },
  },
  methods: {
    files: {
      "a.thrift": `
        exception X { 1: i32 code } exception Y {} enum E { A } struct P { 1: i32 x }
        service S {
          void nothing() oneway void fire(1: i32 a) P get(1: required P p, 2: E e = E.A, 3: optional i32 o) throws (1: X x, 2: Y y)
          void many(1: string aVeryLongNameOfAnArgument = "with a default", 2: map<string, list<P>> anotherLongNameOfAnArgument)
        }
        service Empty {} service Child extends S { void more() }`,
    },
  },
  "services in any order": {
    files: { "a.thrift": "service C extends B { void c() } service B extends A { void b() } service A { void a() }" },
    options: { dialect: "fbthrift" },
  },
  streams: {
    files: {
      "a.thrift": `
        exception X { 1: i32 code } exception Y { 1: i32 code } exception Z { 1: i32 code } struct P { 1: i64 x }
        service S {
          stream<P> a() P, stream<i64 throws (1: X x)> b(1: i32 n) throws (1: Y y) sink<P, i64> c()
          P, sink<string throws (1: X x), P throws (1: Y y)> d(1: i32 n) throws (1: Z z) sink<P>, stream<string> e()
          P, sink<P throws (1: X x)>, stream<P throws (1: Y y)> f() throws (1: Z z)
        }`,
    },
    options: { dialect: "fbthrift" },
  },
  interactions: {
    files: {
      "a.thrift": `
        include "b.thrift" include "thrift/annotation/thrift.thrift"
        struct P { 1: i32 x } exception X { 1: string key }
        @thrift.Serial interaction One { i32 a(1: i32 n) throws (1: X x) oneway void b() stream<P> c() sink<P, i32> d() }
        interaction Two { void a() } interaction None {}
        service S {
          One one(1: string name) throws (1: X x) One, P oneAndP() One, stream<P> oneAndMany() One, P, stream<i32> all()
          b.Other other() performs One performs Two performs b.Other
        }
        service T extends S { performs None performs b.Two void createNone() } service W extends S { i32 createOne() void createTwo() } service U extends b.V { performs b.Two }`,
      "b.thrift":
        "interaction Other { void a() } interaction Two { void b() } service V { performs Two performs Other }",
    },
    options: { dialect: "fbthrift" },
  },
  includes: {
    files: {
      "top/a.thrift": `
        include "../mid/b.thrift"
        struct A { 1: b.B b 2: b.Renamed c 3: list<b.Deep> d = b.DEEPS 4: b.Kind k = b.Kind.X } service S extends b.T { b.B get(1: b.Renamed r) throws (1: b.X x) }
        const b.Renamed HERE = {"x": b.LIMIT} const b.Kind KIND = b.KIND`,
      "mid/b.thrift": `
        include "../low/deep/c.thrift"
        struct B { 1: c.C c } typedef c.C Renamed typedef list<Renamed> Deep enum Kind { X } exception X { 1: Kind kind }
        const list<Deep> DEEPS = [[{"x": 1}], []] const i32 LIMIT = c.LIMIT service T extends c.U { Renamed more() } const Kind KIND = Kind.X`,
      "low/deep/c.thrift":
        "struct C { 1: required i32 x = LIMIT } const i32 LIMIT = 5 service U { C least(1: i32 n = LIMIT) }",
    },
  },
  "includes of one name": {
    files: {
      "a.thrift": 'include "x/b.thrift" include "y/b.thrift" struct A { 1: b.X x 2: b.Y y }',
      "x/b.thrift": "struct X {}",
      "y/b.thrift": "struct Y {}",
    },
  },
  annotations: {
    files: {
      "a.thrift": `
        enum E { A (a = "1") } (e = "x", f) struct S { 1: i32 a (go.tag = 'json:"a"', deprecated) 2: i32 b = 5 (k = "v", k = "w") } (s = "a\nb")
        union U { 1: i32 a (x) } (u = "*/") exception X { 1: i32 a (x) } (x = "\u2028") typedef i32 T (t = "t")
        service V { void m(1: i32 a (arg = "1")) throws (1: X x (y)) (deprecated = "use n instead", api.get = "/a/:b") } (v)`,
    },
  },
  "fbthrift's annotations": {
    files: {
      "a.thrift": `
        package "example.com/things" include "thrift/annotation/thrift.thrift"
        struct S { 1: i32 a } @thrift.Uri{value = "example.com/else/E"} enum E { A = 1 } interaction I { void a() } service V { I b() }`,
    },
    options: { dialect: "fbthrift" },
  },
  docs: {
    files: {
      "a.thrift": `
        /** About the file: *\u200b/ {@link x} */
        namespace js docs

        /** One line. */ struct S {
          /**
           * Many lines,
           *   indented: \`code\`
           */
          1: i32 a
          /** Of b. */ 2: i32 b = 5
        }
        /** Of U. */ union U { /** Of a. */ 1: i32 a 2: i32 b } /** Of X. */ exception X { /** Of key. */ 1: string key }
        /** Of E. */ enum E { /** Of A. */ A /** Of B. */ B } /** Of T. */ typedef i32 T /** Of C. */ const i32 C = 5
        /** Of V. */ service V { /** Of m. */ void m(/** Of a. */ 1: i32 a) }`,
    },
  },
};
