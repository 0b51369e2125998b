/** The same words as names of services and interactions, of their methods and arguments. */
namespace js torture.words.services

service break {}

service case {}

service catch {}

service class {}

service continue {}

service debugger {}

service default {}

service delete {}

service do {}

service else {}

service export {}

service finally {}

service for {}

service function {}

service if {}

service import {}

service in {}

service instanceof {}

service new {}

service null {}

service return {}

service super {}

service switch {}

service this {}

service throw {}

service try {}

service typeof {}

service var {}

service while {}

service with {}

service arguments {}

service await {}

service eval {}

service implements {}

service interface {}

service let {}

service package {}

service private {}

service protected {}

service public {}

service static {}

service yield {}

service any {}

service asserts {}

service bigint {}

service boolean {}

service globalThis {}

service infer {}

service intrinsic {}

service is {}

service keyof {}

service never {}

service number {}

service object {}

service readonly {}

service symbol {}

service undefined {}

service unique {}

service unknown {}

service abstract {}

service require {}

service exports {}

service of {}

service get {}

service accessor {}

service as {}

service from {}

service type {}

service module {}

service declare {}

service override {}

service out {}

service satisfies {}

service using {}

interaction global {
  void global()
}

interaction constructor {
  void constructor()
}

interaction Array {
  void Array()
}

interaction ArrayBuffer {
  void ArrayBuffer()
}

interaction BigInt {
  void BigInt()
}

interaction Boolean {
  void Boolean()
}

interaction Date {
  void Date()
}

interaction Error {
  void Error()
}

interaction Function {
  void Function()
}

interaction Infinity {
  void Infinity()
}

interaction JSON {
  void JSON()
}

interaction Map {
  void Map()
}

interaction Math {
  void Math()
}

interaction NaN {
  void NaN()
}

interaction Number {
  void Number()
}

interaction Object {
  void Object()
}

interaction Omit {
  void Omit()
}

interaction Partial {
  void Partial()
}

interaction Pick {
  void Pick()
}

interaction Promise {
  void Promise()
}

interaction Proxy {
  void Proxy()
}

interaction Readonly {
  void Readonly()
}

interaction Record {
  void Record()
}

interaction Reflect {
  void Reflect()
}

interaction RegExp {
  void RegExp()
}

interaction Set {
  void Set()
}

interaction String {
  void String()
}

interaction Symbol {
  void Symbol()
}

interaction TypeError {
  void TypeError()
}

interaction Uint8Array {
  void Uint8Array()
}

interaction WeakMap {
  void WeakMap()
}

interaction console {
  void console()
}

interaction process {
  void process()
}

interaction __proto__ {
  void __proto__()
}

interaction hasOwnProperty {
  void hasOwnProperty()
}

interaction isPrototypeOf {
  void isPrototypeOf()
}

interaction toString {
  void toString()
}

interaction valueOf {
  void valueOf()
}

interaction toJSON {
  void toJSON()
}

interaction __defineGetter__ {
  void __defineGetter__()
}

interaction then {
  void then()
}

interaction close {
  void close()
}

interaction prototype {
  void prototype()
}

interaction length {
  void length()
}

interaction name {
  void name()
}

interaction message {
  void message()
}

interaction stack {
  void stack()
}

interaction cause {
  void cause()
}

interaction field {
  void field()
}

interaction value {
  void value()
}

interaction data {
  void data()
}

interaction kind {
  void kind()
}

interaction write {
  void write()
}

interaction read {
  void read()
}

interaction codec {
  void codec()
}

interaction t {
  void t()
}

interaction c {
  void c()
}

interaction r {
  void r()
}

interaction w {
  void w()
}

interaction v {
  void v()
}

interaction h {
  void h()
}

interaction n {
  void n()
}

interaction u {
  void u()
}

interaction f0 {
  void f0()
}

interaction a0 {
  void a0()
}

interaction i0 {
  void i0()
}

interaction Client {
  void Client()
}

interaction Handler {
  void Handler()
}

interaction Implementation {
  void Implementation()
}

interaction InteractionClient {
  void InteractionClient()
}

interaction Methods {
  void Methods()
}

interaction UnknownField {
  void UnknownField()
}

interaction EnumType {
  void EnumType()
}

interaction StructType {
  void StructType()
}

service AllMethods {
  void break()
  void case()
  void catch()
  void class()
  void continue()
  void debugger()
  void default()
  void delete()
  void do()
  void else()
  void export()
  void finally()
  void for()
  void function()
  void if()
  void import()
  void in()
  void instanceof()
  void new()
  void null()
  void return()
  void super()
  void switch()
  void this()
  void throw()
  void try()
  void typeof()
  void var()
  void while()
  void with()
  void arguments()
  void await()
  void eval()
  void implements()
  void interface()
  void let()
  void package()
  void private()
  void protected()
  void public()
  void static()
  void yield()
  void enum()
  void extends()
  void const()
  void void()
  void true()
  void false()
  void struct()
  void any()
  void asserts()
  void bigint()
  void boolean()
  void globalThis()
  void infer()
  void intrinsic()
  void is()
  void keyof()
  void never()
  void number()
  void object()
  void readonly()
  void string()
  void symbol()
  void undefined()
  void unique()
  void unknown()
  void abstract()
  void require()
  void exports()
  void async()
  void of()
  void get()
  void set()
  void accessor()
  void as()
  void from()
  void type()
  void namespace()
  void module()
  void declare()
  void override()
  void out()
  void satisfies()
  void using()
  void global()
  void constructor()
  void Array()
  void ArrayBuffer()
  void BigInt()
  void Boolean()
  void Date()
  void Error()
  void Function()
  void Infinity()
  void JSON()
  void Map()
  void Math()
  void NaN()
  void Number()
  void Object()
  void Omit()
  void Partial()
  void Pick()
  void Promise()
  void Proxy()
  void Readonly()
  void Record()
  void Reflect()
  void RegExp()
  void Set()
  void String()
  void Symbol()
  void TypeError()
  void Uint8Array()
  void WeakMap()
  void console()
  void process()
  void __proto__()
  void hasOwnProperty()
  void isPrototypeOf()
  void toString()
  void valueOf()
  void toJSON()
  void __defineGetter__()
  void then()
  void close()
  void prototype()
  void length()
  void name()
  void message()
  void stack()
  void cause()
  void field()
  void value()
  void data()
  void kind()
  void write()
  void read()
  void codec()
  void t()
  void c()
  void r()
  void w()
  void v()
  void h()
  void n()
  void u()
  void f0()
  void a0()
  void i0()
  void Client()
  void Handler()
  void Implementation()
  void InteractionClient()
  void Methods()
  void UnknownField()
  void EnumType()
  void StructType()
}

struct Word {
  1: string word
}

service AllArguments {
  Word call(
    1: i32 break,
    2: i32 case,
    3: i32 catch,
    4: i32 class,
    5: i32 continue,
    6: i32 debugger,
    7: i32 default,
    8: i32 delete,
    9: i32 do,
    10: i32 else,
    11: i32 export,
    12: i32 finally,
    13: i32 for,
    14: i32 function,
    15: i32 if,
    16: i32 import,
    17: i32 in,
    18: i32 instanceof,
    19: i32 new,
    20: i32 null,
    21: i32 return,
    22: i32 super,
    23: i32 switch,
    24: i32 this,
    25: i32 throw,
    26: i32 try,
    27: i32 typeof,
    28: i32 var,
    29: i32 while,
    30: i32 with,
    31: i32 arguments,
    32: i32 await,
    33: i32 eval,
    34: i32 implements,
    35: i32 interface,
    36: i32 let,
    37: i32 package,
    38: i32 private,
    39: i32 protected,
    40: i32 public,
    41: i32 static,
    42: i32 yield,
    43: i32 enum,
    44: i32 extends,
    45: i32 const,
    46: i32 void,
    47: i32 true,
    48: i32 false,
    49: i32 struct,
    50: i32 any,
    51: i32 asserts,
    52: i32 bigint,
    53: i32 boolean,
    54: i32 globalThis,
    55: i32 infer,
    56: i32 intrinsic,
    57: i32 is,
    58: i32 keyof,
    59: i32 never,
    60: i32 number,
    61: i32 object,
    62: i32 readonly,
    63: i32 string,
    64: i32 symbol,
    65: i32 undefined,
    66: i32 unique,
    67: i32 unknown,
    68: i32 abstract,
    69: i32 require,
    70: i32 exports,
    71: i32 async,
    72: i32 of,
    73: i32 get,
    74: i32 set,
    75: i32 accessor,
    76: i32 as,
    77: i32 from,
    78: i32 type,
    79: i32 namespace,
    80: i32 module,
    81: i32 declare,
    82: i32 override,
    83: i32 out,
    84: i32 satisfies,
    85: i32 using,
    86: i32 global,
    87: i32 constructor,
    88: i32 Array,
    89: i32 ArrayBuffer,
    90: i32 BigInt,
    91: i32 Boolean,
    92: i32 Date,
    93: i32 Error,
    94: i32 Function,
    95: i32 Infinity,
    96: i32 JSON,
    97: i32 Map,
    98: i32 Math,
    99: i32 NaN,
    100: i32 Number,
    101: i32 Object,
    102: i32 Omit,
    103: i32 Partial,
    104: i32 Pick,
    105: i32 Promise,
    106: i32 Proxy,
    107: i32 Readonly,
    108: i32 Record,
    109: i32 Reflect,
    110: i32 RegExp,
    111: i32 Set,
    112: i32 String,
    113: i32 Symbol,
    114: i32 TypeError,
    115: i32 Uint8Array,
    116: i32 WeakMap,
    117: i32 console,
    118: i32 process,
    119: i32 __proto__,
    120: i32 hasOwnProperty,
    121: i32 isPrototypeOf,
    122: i32 toString,
    123: i32 valueOf,
    124: i32 toJSON,
    125: i32 __defineGetter__,
    126: i32 then,
    127: i32 close,
    128: i32 prototype,
    129: i32 length,
    130: i32 name,
    131: i32 message,
    132: i32 stack,
    133: i32 cause,
    134: i32 field,
    135: i32 value,
    136: i32 data,
    137: i32 kind,
    138: i32 write,
    139: i32 read,
    140: i32 codec,
    141: i32 t,
    142: i32 c,
    143: i32 r,
    144: i32 w,
    145: i32 v,
    146: i32 h,
    147: i32 n,
    148: i32 u,
    149: i32 f0,
    150: i32 a0,
    151: i32 i0,
    152: i32 Client,
    153: i32 Handler,
    154: i32 Implementation,
    155: i32 InteractionClient,
    156: i32 Methods,
    157: i32 UnknownField,
    158: i32 EnumType,
    159: i32 StructType,
  )
}
