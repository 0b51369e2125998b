/** Words that mean something to JavaScript, to TypeScript, or to generated code, as names of structs. */
namespace js torture.words.structs

struct break {
  1: optional break break
}

struct case {
  1: optional case case
}

struct catch {
  1: optional catch catch
}

struct class {
  1: optional class class
}

struct continue {
  1: optional continue continue
}

struct debugger {
  1: optional debugger debugger
}

struct default {
  1: optional default default
}

struct delete {
  1: optional delete delete
}

struct do {
  1: optional do do
}

struct else {
  1: optional else else
}

struct export {
  1: optional export export
}

struct finally {
  1: optional finally finally
}

struct for {
  1: optional for for
}

struct function {
  1: optional function function
}

struct if {
  1: optional if if
}

struct import {
  1: optional import import
}

struct in {
  1: optional in in
}

struct instanceof {
  1: optional instanceof instanceof
}

struct new {
  1: optional new new
}

struct null {
  1: optional null null
}

struct return {
  1: optional return return
}

struct super {
  1: optional super super
}

struct switch {
  1: optional switch switch
}

struct this {
  1: optional this this
}

struct throw {
  1: optional throw throw
}

struct try {
  1: optional try try
}

struct typeof {
  1: optional typeof typeof
}

struct var {
  1: optional var var
}

struct while {
  1: optional while while
}

struct with {
  1: optional with with
}

struct arguments {
  1: optional arguments arguments
}

struct await {
  1: optional await await
}

struct eval {
  1: optional eval eval
}

struct implements {
  1: optional implements implements
}

struct interface {
  1: optional interface interface
}

struct let {
  1: optional let let
}

struct package {
  1: optional package package
}

struct private {
  1: optional private private
}

struct protected {
  1: optional protected protected
}

struct public {
  1: optional public public
}

struct static {
  1: optional static static
}

struct yield {
  1: optional yield yield
}

struct any {
  1: optional any any
}

struct asserts {
  1: optional asserts asserts
}

struct bigint {
  1: optional bigint bigint
}

struct boolean {
  1: optional boolean boolean
}

struct globalThis {
  1: optional globalThis globalThis
}

struct infer {
  1: optional infer infer
}

struct intrinsic {
  1: optional intrinsic intrinsic
}

struct is {
  1: optional is is
}

struct keyof {
  1: optional keyof keyof
}

struct never {
  1: optional never never
}

struct number {
  1: optional number number
}

struct object {
  1: optional object object
}

struct readonly {
  1: optional readonly readonly
}

struct symbol {
  1: optional symbol symbol
}

struct undefined {
  1: optional undefined undefined
}

struct unique {
  1: optional unique unique
}

struct unknown {
  1: optional unknown unknown
}

struct abstract {
  1: optional abstract abstract
}

struct require {
  1: optional require require
}

struct exports {
  1: optional exports exports
}

struct of {
  1: optional of of
}

struct get {
  1: optional get get
}

struct accessor {
  1: optional accessor accessor
}

struct as {
  1: optional as as
}

struct from {
  1: optional from from
}

struct type {
  1: optional type type
}

struct module {
  1: optional module module
}

struct declare {
  1: optional declare declare
}

struct override {
  1: optional override override
}

struct out {
  1: optional out out
}

struct satisfies {
  1: optional satisfies satisfies
}

struct using {
  1: optional using using
}

struct global {
  1: optional global global
}

struct constructor {
  1: optional constructor constructor
}

struct Array {
  1: optional Array Array
}

struct ArrayBuffer {
  1: optional ArrayBuffer ArrayBuffer
}

struct BigInt {
  1: optional BigInt BigInt
}

struct Boolean {
  1: optional Boolean Boolean
}

struct Date {
  1: optional Date Date
}

struct Error {
  1: optional Error Error
}

struct Function {
  1: optional Function Function
}

struct Infinity {
  1: optional Infinity Infinity
}

struct JSON {
  1: optional JSON JSON
}

struct Map {
  1: optional Map Map
}

struct Math {
  1: optional Math Math
}

struct NaN {
  1: optional NaN NaN
}

struct Number {
  1: optional Number Number
}

struct Object {
  1: optional Object Object
}

struct Omit {
  1: optional Omit Omit
}

struct Partial {
  1: optional Partial Partial
}

struct Pick {
  1: optional Pick Pick
}

struct Promise {
  1: optional Promise Promise
}

struct Proxy {
  1: optional Proxy Proxy
}

struct Readonly {
  1: optional Readonly Readonly
}

struct Record {
  1: optional Record Record
}

struct Reflect {
  1: optional Reflect Reflect
}

struct RegExp {
  1: optional RegExp RegExp
}

struct Set {
  1: optional Set Set
}

struct String {
  1: optional String String
}

struct Symbol {
  1: optional Symbol Symbol
}

struct TypeError {
  1: optional TypeError TypeError
}

struct Uint8Array {
  1: optional Uint8Array Uint8Array
}

struct WeakMap {
  1: optional WeakMap WeakMap
}

struct console {
  1: optional console console
}

struct process {
  1: optional process process
}

struct __proto__ {
  1: optional __proto__ __proto__
}

struct hasOwnProperty {
  1: optional hasOwnProperty hasOwnProperty
}

struct isPrototypeOf {
  1: optional isPrototypeOf isPrototypeOf
}

struct toString {
  1: optional toString toString
}

struct valueOf {
  1: optional valueOf valueOf
}

struct toJSON {
  1: optional toJSON toJSON
}

struct __defineGetter__ {
  1: optional __defineGetter__ __defineGetter__
}

struct then {
  1: optional then then
}

struct close {
  1: optional close close
}

struct prototype {
  1: optional prototype prototype
}

struct length {
  1: optional length length
}

struct name {
  1: optional name name
}

struct message {
  1: optional message message
}

struct stack {
  1: optional stack stack
}

struct cause {
  1: optional cause cause
}

struct field {
  1: optional field field
}

struct value {
  1: optional value value
}

struct data {
  1: optional data data
}

struct kind {
  1: optional kind kind
}

struct write {
  1: optional write write
}

struct read {
  1: optional read read
}

struct codec {
  1: optional codec codec
}

struct t {
  1: optional t t
}

struct c {
  1: optional c c
}

struct r {
  1: optional r r
}

struct w {
  1: optional w w
}

struct v {
  1: optional v v
}

struct h {
  1: optional h h
}

struct n {
  1: optional n n
}

struct u {
  1: optional u u
}

struct f0 {
  1: optional f0 f0
}

struct a0 {
  1: optional a0 a0
}

struct i0 {
  1: optional i0 i0
}

struct Client {
  1: optional Client Client
}

struct Handler {
  1: optional Handler Handler
}

struct Implementation {
  1: optional Implementation Implementation
}

struct InteractionClient {
  1: optional InteractionClient InteractionClient
}

struct Methods {
  1: optional Methods Methods
}

struct UnknownField {
  1: optional UnknownField UnknownField
}

struct EnumType {
  1: optional EnumType EnumType
}

struct StructType {
  1: optional StructType StructType
}

/** Fields of all names. */
struct Fields {
  1: optional i32 break
  2: optional i32 case
  3: optional i32 catch
  4: optional i32 class
  5: optional i32 continue
  6: optional i32 debugger
  7: optional i32 default
  8: optional i32 delete
  9: optional i32 do
  10: optional i32 else
  11: optional i32 export
  12: optional i32 finally
  13: optional i32 for
  14: optional i32 function
  15: optional i32 if
  16: optional i32 import
  17: optional i32 in
  18: optional i32 instanceof
  19: optional i32 new
  20: optional i32 null
  21: optional i32 return
  22: optional i32 super
  23: optional i32 switch
  24: optional i32 this
  25: optional i32 throw
  26: optional i32 try
  27: optional i32 typeof
  28: optional i32 var
  29: optional i32 while
  30: optional i32 with
  31: optional i32 arguments
  32: optional i32 await
  33: optional i32 eval
  34: optional i32 implements
  35: optional i32 interface
  36: optional i32 let
  37: optional i32 package
  38: optional i32 private
  39: optional i32 protected
  40: optional i32 public
  41: optional i32 static
  42: optional i32 yield
  43: optional i32 enum
  44: optional i32 extends
  45: optional i32 const
  46: optional i32 void
  47: optional i32 true
  48: optional i32 false
  49: optional i32 struct
  50: optional i32 any
  51: optional i32 asserts
  52: optional i32 bigint
  53: optional i32 boolean
  54: optional i32 globalThis
  55: optional i32 infer
  56: optional i32 intrinsic
  57: optional i32 is
  58: optional i32 keyof
  59: optional i32 never
  60: optional i32 number
  61: optional i32 object
  62: optional i32 readonly
  63: optional i32 string
  64: optional i32 symbol
  65: optional i32 undefined
  66: optional i32 unique
  67: optional i32 unknown
  68: optional i32 abstract
  69: optional i32 require
  70: optional i32 exports
  71: optional i32 async
  72: optional i32 of
  73: optional i32 get
  74: optional i32 set
  75: optional i32 accessor
  76: optional i32 as
  77: optional i32 from
  78: optional i32 type
  79: optional i32 namespace
  80: optional i32 module
  81: optional i32 declare
  82: optional i32 override
  83: optional i32 out
  84: optional i32 satisfies
  85: optional i32 using
  86: optional i32 global
  87: optional i32 constructor
  88: optional i32 Array
  89: optional i32 ArrayBuffer
  90: optional i32 BigInt
  91: optional i32 Boolean
  92: optional i32 Date
  93: optional i32 Error
  94: optional i32 Function
  95: optional i32 Infinity
  96: optional i32 JSON
  97: optional i32 Map
  98: optional i32 Math
  99: optional i32 NaN
  100: optional i32 Number
  101: optional i32 Object
  102: optional i32 Omit
  103: optional i32 Partial
  104: optional i32 Pick
  105: optional i32 Promise
  106: optional i32 Proxy
  107: optional i32 Readonly
  108: optional i32 Record
  109: optional i32 Reflect
  110: optional i32 RegExp
  111: optional i32 Set
  112: optional i32 String
  113: optional i32 Symbol
  114: optional i32 TypeError
  115: optional i32 Uint8Array
  116: optional i32 WeakMap
  117: optional i32 console
  118: optional i32 process
  119: optional i32 __proto__
  120: optional i32 hasOwnProperty
  121: optional i32 isPrototypeOf
  122: optional i32 toString
  123: optional i32 valueOf
  124: optional i32 toJSON
  125: optional i32 __defineGetter__
  126: optional i32 then
  127: optional i32 close
  128: optional i32 prototype
  129: optional i32 length
  130: optional i32 name
  131: optional i32 message
  132: optional i32 stack
  133: optional i32 cause
  134: optional i32 field
  135: optional i32 value
  136: optional i32 data
  137: optional i32 kind
  138: optional i32 write
  139: optional i32 read
  140: optional i32 codec
  141: optional i32 t
  142: optional i32 c
  143: optional i32 r
  144: optional i32 w
  145: optional i32 v
  146: optional i32 h
  147: optional i32 n
  148: optional i32 u
  149: optional i32 f0
  150: optional i32 a0
  151: optional i32 i0
  152: optional i32 Client
  153: optional i32 Handler
  154: optional i32 Implementation
  155: optional i32 InteractionClient
  156: optional i32 Methods
  157: optional i32 UnknownField
  158: optional i32 EnumType
  159: optional i32 StructType
}

/** Fields of the types of all names. */
struct Types {
  1: optional break break
  2: optional case case
  3: optional catch catch
  4: optional class class
  5: optional continue continue
  6: optional debugger debugger
  7: optional default default
  8: optional delete delete
  9: optional do do
  10: optional else else
  11: optional export export
  12: optional finally finally
  13: optional for for
  14: optional function function
  15: optional if if
  16: optional import import
  17: optional in in
  18: optional instanceof instanceof
  19: optional new new
  20: optional null null
  21: optional return return
  22: optional super super
  23: optional switch switch
  24: optional this this
  25: optional throw throw
  26: optional try try
  27: optional typeof typeof
  28: optional var var
  29: optional while while
  30: optional with with
  31: optional arguments arguments
  32: optional await await
  33: optional eval eval
  34: optional implements implements
  35: optional interface interface
  36: optional let let
  37: optional package package
  38: optional private private
  39: optional protected protected
  40: optional public public
  41: optional static static
  42: optional yield yield
  43: optional any any
  44: optional asserts asserts
  45: optional bigint bigint
  46: optional boolean boolean
  47: optional globalThis globalThis
  48: optional infer infer
  49: optional intrinsic intrinsic
  50: optional is is
  51: optional keyof keyof
  52: optional never never
  53: optional number number
  54: optional object object
  55: optional readonly readonly
  56: optional symbol symbol
  57: optional undefined undefined
  58: optional unique unique
  59: optional unknown unknown
  60: optional abstract abstract
  61: optional require require
  62: optional exports exports
  63: optional of of
  64: optional get get
  65: optional accessor accessor
  66: optional as as
  67: optional from from
  68: optional type type
  69: optional module module
  70: optional declare declare
  71: optional override override
  72: optional out out
  73: optional satisfies satisfies
  74: optional using using
  75: optional global global
  76: optional constructor constructor
  77: optional Array Array
  78: optional ArrayBuffer ArrayBuffer
  79: optional BigInt BigInt
  80: optional Boolean Boolean
  81: optional Date Date
  82: optional Error Error
  83: optional Function Function
  84: optional Infinity Infinity
  85: optional JSON JSON
  86: optional Map Map
  87: optional Math Math
  88: optional NaN NaN
  89: optional Number Number
  90: optional Object Object
  91: optional Omit Omit
  92: optional Partial Partial
  93: optional Pick Pick
  94: optional Promise Promise
  95: optional Proxy Proxy
  96: optional Readonly Readonly
  97: optional Record Record
  98: optional Reflect Reflect
  99: optional RegExp RegExp
  100: optional Set Set
  101: optional String String
  102: optional Symbol Symbol
  103: optional TypeError TypeError
  104: optional Uint8Array Uint8Array
  105: optional WeakMap WeakMap
  106: optional console console
  107: optional process process
  108: optional __proto__ __proto__
  109: optional hasOwnProperty hasOwnProperty
  110: optional isPrototypeOf isPrototypeOf
  111: optional toString toString
  112: optional valueOf valueOf
  113: optional toJSON toJSON
  114: optional __defineGetter__ __defineGetter__
  115: optional then then
  116: optional close close
  117: optional prototype prototype
  118: optional length length
  119: optional name name
  120: optional message message
  121: optional stack stack
  122: optional cause cause
  123: optional field field
  124: optional value value
  125: optional data data
  126: optional kind kind
  127: optional write write
  128: optional read read
  129: optional codec codec
  130: optional t t
  131: optional c c
  132: optional r r
  133: optional w w
  134: optional v v
  135: optional h h
  136: optional n n
  137: optional u u
  138: optional f0 f0
  139: optional a0 a0
  140: optional i0 i0
  141: optional Client Client
  142: optional Handler Handler
  143: optional Implementation Implementation
  144: optional InteractionClient InteractionClient
  145: optional Methods Methods
  146: optional UnknownField UnknownField
  147: optional EnumType EnumType
  148: optional StructType StructType
}
