/** The same words as names of constants and typedefs, some of them beside a type of that name. */
namespace js torture.words.constants

const i32 break = 0
const i32 case = 1
const i32 catch = 2
const i32 class = 3
const i32 continue = 4
const i32 debugger = 5
const i32 default = 6
const i32 delete = 7
const i32 do = 8
const i32 else = 9
const i32 export = 10
const i32 finally = 11
const i32 for = 12
const i32 function = 13
const i32 if = 14
const i32 import = 15
const i32 in = 16
const i32 instanceof = 17
const i32 new = 18
const i32 null = 19
const i32 return = 20
const i32 super = 21
const i32 switch = 22
const i32 this = 23
const i32 throw = 24
const i32 try = 25
const i32 typeof = 26
const i32 var = 27
const i32 while = 28
const i32 with = 29
const i32 arguments = 30
const i32 await = 31
const i32 eval = 32
const i32 implements = 33
const i32 interface = 34
const i32 let = 35
const i32 package = 36
const i32 private = 37
const i32 protected = 38
const i32 public = 39
const i32 static = 40
const i32 yield = 41
const i32 any = 42
const i32 asserts = 43
const i32 bigint = 44
const i32 boolean = 45
const i32 globalThis = 46
const i32 infer = 47
const i32 intrinsic = 48
const i32 is = 49
const i32 keyof = 50
const i32 never = 51
const i32 number = 52
const i32 object = 53
const i32 readonly = 54
const i32 symbol = 55
const i32 undefined = 56
const i32 unique = 57
const i32 unknown = 58
const i32 abstract = 59
const i32 require = 60
const i32 exports = 61
const i32 of = 62
const i32 get = 63
const i32 accessor = 64
const i32 as = 65
const i32 from = 66
const i32 type = 67
const i32 module = 68
const i32 declare = 69
const i32 override = 70
const i32 out = 71
const i32 satisfies = 72
const i32 using = 73

typedef list<i32> global
typedef list<i32> constructor
typedef list<i32> Array
typedef list<i32> ArrayBuffer
typedef list<i32> BigInt
typedef list<i32> Boolean
typedef list<i32> Date
typedef list<i32> Error
typedef list<i32> Function
typedef list<i32> Infinity
typedef list<i32> JSON
typedef list<i32> Map
typedef list<i32> Math
typedef list<i32> NaN
typedef list<i32> Number
typedef list<i32> Object
typedef list<i32> Omit
typedef list<i32> Partial
typedef list<i32> Pick
typedef list<i32> Promise
typedef list<i32> Proxy
typedef list<i32> Readonly
typedef list<i32> Record
typedef list<i32> Reflect
typedef list<i32> RegExp
typedef list<i32> Set
typedef list<i32> String
typedef list<i32> Symbol
typedef list<i32> TypeError
typedef list<i32> Uint8Array
typedef list<i32> WeakMap
typedef list<i32> console
typedef list<i32> process
typedef list<i32> __proto__
typedef list<i32> hasOwnProperty
typedef list<i32> isPrototypeOf
typedef list<i32> toString
typedef list<i32> valueOf
typedef list<i32> toJSON
typedef list<i32> __defineGetter__
typedef list<i32> then
typedef list<i32> close
typedef list<i32> prototype
typedef list<i32> length
typedef list<i32> name
typedef list<i32> message
typedef list<i32> stack
typedef list<i32> cause
typedef list<i32> field
typedef list<i32> value
typedef list<i32> data
typedef list<i32> kind
typedef list<i32> write
typedef list<i32> read
typedef list<i32> codec
typedef list<i32> t
typedef list<i32> c
typedef list<i32> r
typedef list<i32> w
typedef list<i32> v
typedef list<i32> h
typedef list<i32> n
typedef list<i32> u
typedef list<i32> f0
typedef list<i32> a0
typedef list<i32> i0
typedef list<i32> Client
typedef list<i32> Handler
typedef list<i32> Implementation
typedef list<i32> InteractionClient
typedef list<i32> Methods
typedef list<i32> UnknownField
typedef list<i32> EnumType
typedef list<i32> StructType

struct Uses {
  1: global global
  2: constructor constructor
  3: Array Array
  4: ArrayBuffer ArrayBuffer
  5: BigInt BigInt
  6: Boolean Boolean
  7: Date Date
  8: Error Error
  9: Function Function
  10: Infinity Infinity
  11: JSON JSON
  12: Map Map
  13: Math Math
  14: NaN NaN
  15: Number Number
  16: Object Object
  17: Omit Omit
  18: Partial Partial
  19: Pick Pick
  20: Promise Promise
  21: Proxy Proxy
  22: Readonly Readonly
  23: Record Record
  24: Reflect Reflect
  25: RegExp RegExp
  26: Set Set
  27: String String
  28: Symbol Symbol
  29: TypeError TypeError
  30: Uint8Array Uint8Array
  31: WeakMap WeakMap
  32: console console
  33: process process
  34: __proto__ __proto__
  35: hasOwnProperty hasOwnProperty
  36: isPrototypeOf isPrototypeOf
  37: toString toString
  38: valueOf valueOf
  39: toJSON toJSON
  40: __defineGetter__ __defineGetter__
  41: then then
  42: close close
  43: prototype prototype
  44: length length
  45: name name
  46: message message
  47: stack stack
  48: cause cause
  49: field field
  50: value value
  51: data data
  52: kind kind
  53: write write
  54: read read
  55: codec codec
  56: t t
  57: c c
  58: r r
  59: w w
  60: v v
  61: h h
  62: n n
  63: u u
  64: f0 f0
  65: a0 a0
  66: i0 i0
  67: Client Client
  68: Handler Handler
  69: Implementation Implementation
  70: InteractionClient InteractionClient
  71: Methods Methods
  72: UnknownField UnknownField
  73: EnumType EnumType
  74: StructType StructType
}

const list<i32> ALL = [
  break,
  case,
  catch,
  class,
  continue,
  debugger,
  default,
  delete,
  do,
  else,
  export,
  finally,
  for,
  function,
  if,
  import,
  in,
  instanceof,
  new,
  null,
  return,
  super,
  switch,
  this,
  throw,
  try,
  typeof,
  var,
  while,
  with,
  arguments,
  await,
  eval,
  implements,
  interface,
  let,
  package,
  private,
  protected,
  public,
  static,
  yield,
  any,
  asserts,
  bigint,
  boolean,
  globalThis,
  infer,
  intrinsic,
  is,
  keyof,
  never,
  number,
  object,
  readonly,
  symbol,
  undefined,
  unique,
  unknown,
  abstract,
  require,
  exports,
  of,
  get,
  accessor,
  as,
  from,
  type,
  module,
  declare,
  override,
  out,
  satisfies,
  using,
]
