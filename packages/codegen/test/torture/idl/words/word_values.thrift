/** The same words as names of enums, of their values, of unions and exceptions, and of what these consist of. */
namespace js torture.words.values

enum break {
  break = 0
}

enum case {
  case = 1
}

enum catch {
  catch = 2
}

enum class {
  class = 3
}

enum continue {
  continue = 4
}

enum debugger {
  debugger = 5
}

enum default {
  default = 6
}

enum delete {
  delete = 7
}

enum do {
  do = 8
}

enum else {
  else = 9
}

enum export {
  export = 10
}

enum finally {
  finally = 11
}

enum for {
  for = 12
}

enum function {
  function = 13
}

enum if {
  if = 14
}

enum import {
  import = 15
}

enum in {
  in = 16
}

enum instanceof {
  instanceof = 17
}

enum new {
  new = 18
}

enum null {
  null = 19
}

enum return {
  return = 20
}

enum super {
  super = 21
}

enum switch {
  switch = 22
}

enum this {
  this = 23
}

enum throw {
  throw = 24
}

enum try {
  try = 25
}

enum typeof {
  typeof = 26
}

enum var {
  var = 27
}

enum while {
  while = 28
}

enum with {
  with = 29
}

enum arguments {
  arguments = 30
}

enum await {
  await = 31
}

enum eval {
  eval = 32
}

enum implements {
  implements = 33
}

enum interface {
  interface = 34
}

enum let {
  let = 35
}

enum package {
  package = 36
}

enum private {
  private = 37
}

enum protected {
  protected = 38
}

enum public {
  public = 39
}

enum static {
  static = 40
}

enum yield {
  yield = 41
}

enum any {
  any = 42
}

enum asserts {
  asserts = 43
}

enum bigint {
  bigint = 44
}

enum boolean {
  boolean = 45
}

enum globalThis {
  globalThis = 46
}

enum infer {
  infer = 47
}

enum intrinsic {
  intrinsic = 48
}

union is {
  1: i32 is
  2: string other
}

union keyof {
  1: i32 keyof
  2: string other
}

union never {
  1: i32 never
  2: string other
}

union number {
  1: i32 number
  2: string other
}

union object {
  1: i32 object
  2: string other
}

union readonly {
  1: i32 readonly
  2: string other
}

union symbol {
  1: i32 symbol
  2: string other
}

union undefined {
  1: i32 undefined
  2: string other
}

union unique {
  1: i32 unique
  2: string other
}

union unknown {
  1: i32 unknown
  2: string other
}

union abstract {
  1: i32 abstract
  2: string other
}

union require {
  1: i32 require
  2: string other
}

union exports {
  1: i32 exports
  2: string other
}

union of {
  1: i32 of
  2: string other
}

union get {
  1: i32 get
  2: string other
}

union accessor {
  1: i32 accessor
  2: string other
}

union as {
  1: i32 as
  2: string other
}

union from {
  1: i32 from
  2: string other
}

union type {
  1: i32 type
  2: string other
}

union module {
  1: i32 module
  2: string other
}

union declare {
  1: i32 declare
  2: string other
}

union override {
  1: i32 override
  2: string other
}

union out {
  1: i32 out
  2: string other
}

union satisfies {
  1: i32 satisfies
  2: string other
}

union using {
  1: i32 using
  2: string other
}

union global {
  1: i32 global
  2: string other
}

union constructor {
  1: i32 constructor
  2: string other
}

union Array {
  1: i32 Array
  2: string other
}

union ArrayBuffer {
  1: i32 ArrayBuffer
  2: string other
}

union BigInt {
  1: i32 BigInt
  2: string other
}

union Boolean {
  1: i32 Boolean
  2: string other
}

union Date {
  1: i32 Date
  2: string other
}

union Error {
  1: i32 Error
  2: string other
}

union Function {
  1: i32 Function
  2: string other
}

union Infinity {
  1: i32 Infinity
  2: string other
}

union JSON {
  1: i32 JSON
  2: string other
}

union Map {
  1: i32 Map
  2: string other
}

union Math {
  1: i32 Math
  2: string other
}

union NaN {
  1: i32 NaN
  2: string other
}

union Number {
  1: i32 Number
  2: string other
}

union Object {
  1: i32 Object
  2: string other
}

union Omit {
  1: i32 Omit
  2: string other
}

union Partial {
  1: i32 Partial
  2: string other
}

union Pick {
  1: i32 Pick
  2: string other
}

union Promise {
  1: i32 Promise
  2: string other
}

union Proxy {
  1: i32 Proxy
  2: string other
}

union Readonly {
  1: i32 Readonly
  2: string other
}

union Record {
  1: i32 Record
  2: string other
}

union Reflect {
  1: i32 Reflect
  2: string other
}

exception RegExp {
  1: i32 RegExp
}

exception Set {
  1: i32 Set
}

exception String {
  1: i32 String
}

exception Symbol {
  1: i32 Symbol
}

exception TypeError {
  1: i32 TypeError
}

exception Uint8Array {
  1: i32 Uint8Array
}

exception WeakMap {
  1: i32 WeakMap
}

exception console {
  1: i32 console
}

exception process {
  1: i32 process
}

exception __proto__ {
  1: i32 __proto__
}

exception hasOwnProperty {
  1: i32 hasOwnProperty
}

exception isPrototypeOf {
  1: i32 isPrototypeOf
}

exception toString {
  1: i32 toString
}

exception valueOf {
  1: i32 valueOf
}

exception toJSON {
  1: i32 toJSON
}

exception __defineGetter__ {
  1: i32 __defineGetter__
}

exception then {
  1: i32 then
}

exception close {
  1: i32 close
}

exception prototype {
  1: i32 prototype
}

exception length {
  1: i32 length
}

exception name {
  1: i32 name
}

exception message {
  1: i32 message
}

exception stack {
  1: i32 stack
}

exception cause {
  1: i32 cause
}

exception field {
  1: i32 field
}

exception value {
  1: i32 value
}

exception data {
  1: i32 data
}

exception kind {
  1: i32 kind
}

exception write {
  1: i32 write
}

exception read {
  1: i32 read
}

exception codec {
  1: i32 codec
}

exception t {
  1: i32 t
}

exception c {
  1: i32 c
}

exception r {
  1: i32 r
}

exception w {
  1: i32 w
}

exception v {
  1: i32 v
}

exception h {
  1: i32 h
}

exception n {
  1: i32 n
}

exception u {
  1: i32 u
}

exception f0 {
  1: i32 f0
}

exception a0 {
  1: i32 a0
}

exception i0 {
  1: i32 i0
}

exception Client {
  1: i32 Client
}

exception Handler {
  1: i32 Handler
}

exception Implementation {
  1: i32 Implementation
}

exception InteractionClient {
  1: i32 InteractionClient
}

exception Methods {
  1: i32 Methods
}

exception UnknownField {
  1: i32 UnknownField
}

exception EnumType {
  1: i32 EnumType
}

exception StructType {
  1: i32 StructType
}

enum Names {
  break
  case
  catch
  class
  continue
  debugger
  default
  delete
  do
  else
  export
  finally
  for
  function
  if
  import
  in
  instanceof
  new
  null
  return
  super
  switch
  this
  throw
  try
  typeof
  var
  while
  with
  arguments
  await
  eval
  implements
  interface
  let
  package
  private
  protected
  public
  static
  yield
  any
  asserts
  bigint
  boolean
  globalThis
  infer
  intrinsic
  is
  keyof
  never
  number
  object
  readonly
  symbol
  undefined
  unique
  unknown
  abstract
  require
  exports
  of
  get
  accessor
  as
  from
  type
  module
  declare
  override
  out
  satisfies
  using
  global
  constructor
  Array
  ArrayBuffer
  BigInt
  Boolean
  Date
  Error
  Function
  Infinity
  JSON
  Map
  Math
  NaN
  Number
  Object
  Omit
  Partial
  Pick
  Promise
  Proxy
  Readonly
  Record
  Reflect
  RegExp
  Set
  String
  Symbol
  TypeError
  Uint8Array
  WeakMap
  console
  process
  __proto__
  hasOwnProperty
  isPrototypeOf
  toString
  valueOf
  toJSON
  __defineGetter__
  then
  close
  prototype
  length
  name
  message
  stack
  cause
  field
  value
  data
  kind
  write
  read
  codec
  t
  c
  r
  w
  v
  h
  n
  u
  f0
  a0
  i0
  Client
  Handler
  Implementation
  InteractionClient
  Methods
  UnknownField
  EnumType
  StructType
}

union Arms {
  1: i32 break
  2: i32 case
  3: i32 catch
  4: i32 class
  5: i32 continue
  6: i32 debugger
  7: i32 default
  8: i32 delete
  9: i32 do
  10: i32 else
  11: i32 export
  12: i32 finally
  13: i32 for
  14: i32 function
  15: i32 if
  16: i32 import
  17: i32 in
  18: i32 instanceof
  19: i32 new
  20: i32 null
  21: i32 return
  22: i32 super
  23: i32 switch
  24: i32 this
  25: i32 throw
  26: i32 try
  27: i32 typeof
  28: i32 var
  29: i32 while
  30: i32 with
  31: i32 arguments
  32: i32 await
  33: i32 eval
  34: i32 implements
  35: i32 interface
  36: i32 let
  37: i32 package
  38: i32 private
  39: i32 protected
  40: i32 public
  41: i32 static
  42: i32 yield
  43: i32 enum
  44: i32 extends
  45: i32 const
  46: i32 void
  47: i32 true
  48: i32 false
  49: i32 struct
  50: i32 any
  51: i32 asserts
  52: i32 bigint
  53: i32 boolean
  54: i32 globalThis
  55: i32 infer
  56: i32 intrinsic
  57: i32 is
  58: i32 keyof
  59: i32 never
  60: i32 number
  61: i32 object
  62: i32 readonly
  63: i32 string
  64: i32 symbol
  65: i32 undefined
  66: i32 unique
  67: i32 unknown
  68: i32 abstract
  69: i32 require
  70: i32 exports
  71: i32 async
  72: i32 of
  73: i32 get
  74: i32 set
  75: i32 accessor
  76: i32 as
  77: i32 from
  78: i32 type
  79: i32 namespace
  80: i32 module
  81: i32 declare
  82: i32 override
  83: i32 out
  84: i32 satisfies
  85: i32 using
  86: i32 global
  87: i32 constructor
  88: i32 Array
  89: i32 ArrayBuffer
  90: i32 BigInt
  91: i32 Boolean
  92: i32 Date
  93: i32 Error
  94: i32 Function
  95: i32 Infinity
  96: i32 JSON
  97: i32 Map
  98: i32 Math
  99: i32 NaN
  100: i32 Number
  101: i32 Object
  102: i32 Omit
  103: i32 Partial
  104: i32 Pick
  105: i32 Promise
  106: i32 Proxy
  107: i32 Readonly
  108: i32 Record
  109: i32 Reflect
  110: i32 RegExp
  111: i32 Set
  112: i32 String
  113: i32 Symbol
  114: i32 TypeError
  115: i32 Uint8Array
  116: i32 WeakMap
  117: i32 console
  118: i32 process
  119: i32 __proto__
  120: i32 hasOwnProperty
  121: i32 isPrototypeOf
  122: i32 toString
  123: i32 valueOf
  124: i32 toJSON
  125: i32 __defineGetter__
  126: i32 then
  127: i32 close
  128: i32 prototype
  129: i32 length
  130: i32 name
  131: i32 message
  132: i32 stack
  133: i32 cause
  134: i32 field
  135: i32 value
  136: i32 data
  137: i32 kind
  138: i32 write
  139: i32 read
  140: i32 codec
  141: i32 t
  142: i32 c
  143: i32 r
  144: i32 w
  145: i32 v
  146: i32 h
  147: i32 n
  148: i32 u
  149: i32 f0
  150: i32 a0
  151: i32 i0
  152: i32 Client
  153: i32 Handler
  154: i32 Implementation
  155: i32 InteractionClient
  156: i32 Methods
  157: i32 UnknownField
  158: i32 EnumType
  159: i32 StructType
}

exception Fields {
  1: optional string break
  2: optional string case
  3: optional string catch
  4: optional string class
  5: optional string continue
  6: optional string debugger
  7: optional string default
  8: optional string delete
  9: optional string do
  10: optional string else
  11: optional string export
  12: optional string finally
  13: optional string for
  14: optional string function
  15: optional string if
  16: optional string import
  17: optional string in
  18: optional string instanceof
  19: optional string new
  20: optional string null
  21: optional string return
  22: optional string super
  23: optional string switch
  24: optional string this
  25: optional string throw
  26: optional string try
  27: optional string typeof
  28: optional string var
  29: optional string while
  30: optional string with
  31: optional string arguments
  32: optional string await
  33: optional string eval
  34: optional string implements
  35: optional string interface
  36: optional string let
  37: optional string package
  38: optional string private
  39: optional string protected
  40: optional string public
  41: optional string static
  42: optional string yield
  43: optional string enum
  44: optional string extends
  45: optional string const
  46: optional string void
  47: optional string true
  48: optional string false
  49: optional string struct
  50: optional string any
  51: optional string asserts
  52: optional string bigint
  53: optional string boolean
  54: optional string globalThis
  55: optional string infer
  56: optional string intrinsic
  57: optional string is
  58: optional string keyof
  59: optional string never
  60: optional string number
  61: optional string object
  62: optional string readonly
  63: optional string string
  64: optional string symbol
  65: optional string undefined
  66: optional string unique
  67: optional string unknown
  68: optional string abstract
  69: optional string require
  70: optional string exports
  71: optional string async
  72: optional string of
  73: optional string get
  74: optional string set
  75: optional string accessor
  76: optional string as
  77: optional string from
  78: optional string type
  79: optional string namespace
  80: optional string module
  81: optional string declare
  82: optional string override
  83: optional string out
  84: optional string satisfies
  85: optional string using
  86: optional string global
  87: optional string constructor
  88: optional string Array
  89: optional string ArrayBuffer
  90: optional string BigInt
  91: optional string Boolean
  92: optional string Date
  93: optional string Error
  94: optional string Function
  95: optional string Infinity
  96: optional string JSON
  97: optional string Map
  98: optional string Math
  99: optional string NaN
  100: optional string Number
  101: optional string Object
  102: optional string Omit
  103: optional string Partial
  104: optional string Pick
  105: optional string Promise
  106: optional string Proxy
  107: optional string Readonly
  108: optional string Record
  109: optional string Reflect
  110: optional string RegExp
  111: optional string Set
  112: optional string String
  113: optional string Symbol
  114: optional string TypeError
  115: optional string Uint8Array
  116: optional string WeakMap
  117: optional string console
  118: optional string process
  119: optional string __proto__
  120: optional string hasOwnProperty
  121: optional string isPrototypeOf
  122: optional string toString
  123: optional string valueOf
  124: optional string toJSON
  125: optional string __defineGetter__
  126: optional string then
  127: optional string close
  128: optional string prototype
  129: optional string length
  130: optional string name
  131: optional string message
  132: optional string stack
  133: optional string cause
  134: optional string field
  135: optional string value
  136: optional string data
  137: optional string kind
  138: optional string write
  139: optional string read
  140: optional string codec
  141: optional string t
  142: optional string c
  143: optional string r
  144: optional string w
  145: optional string v
  146: optional string h
  147: optional string n
  148: optional string u
  149: optional string f0
  150: optional string a0
  151: optional string i0
  152: optional string Client
  153: optional string Handler
  154: optional string Implementation
  155: optional string InteractionClient
  156: optional string Methods
  157: optional string UnknownField
  158: optional string EnumType
  159: optional string StructType
}

/** Fields that errors have, of other types. */
exception Unlike {
  1: i32 message
  2: list<string> name
  3: required i64 stack
  4: Arms cause
}

/** Fields that errors have, and always there. */
exception Alike {
  1: required string message
  2: required string name
  3: required string stack
  4: required string cause
}

const list<Names> ALL = [
  Names.break,
  Names.case,
  Names.catch,
  Names.class,
  Names.continue,
  Names.debugger,
  Names.default,
  Names.delete,
  Names.do,
  Names.else,
  Names.export,
  Names.finally,
  Names.for,
  Names.function,
  Names.if,
  Names.import,
  Names.in,
  Names.instanceof,
  Names.new,
  Names.null,
  Names.return,
  Names.super,
  Names.switch,
  Names.this,
  Names.throw,
  Names.try,
  Names.typeof,
  Names.var,
  Names.while,
  Names.with,
  Names.arguments,
  Names.await,
  Names.eval,
  Names.implements,
  Names.interface,
  Names.let,
  Names.package,
  Names.private,
  Names.protected,
  Names.public,
  Names.static,
  Names.yield,
  Names.any,
  Names.asserts,
  Names.bigint,
  Names.boolean,
  Names.globalThis,
  Names.infer,
  Names.intrinsic,
  Names.is,
  Names.keyof,
  Names.never,
  Names.number,
  Names.object,
  Names.readonly,
  Names.symbol,
  Names.undefined,
  Names.unique,
  Names.unknown,
  Names.abstract,
  Names.require,
  Names.exports,
  Names.of,
  Names.get,
  Names.accessor,
  Names.as,
  Names.from,
  Names.type,
  Names.module,
  Names.declare,
  Names.override,
  Names.out,
  Names.satisfies,
  Names.using,
  Names.global,
  Names.constructor,
  Names.Array,
  Names.ArrayBuffer,
  Names.BigInt,
  Names.Boolean,
  Names.Date,
  Names.Error,
  Names.Function,
  Names.Infinity,
  Names.JSON,
  Names.Map,
  Names.Math,
  Names.NaN,
  Names.Number,
  Names.Object,
  Names.Omit,
  Names.Partial,
  Names.Pick,
  Names.Promise,
  Names.Proxy,
  Names.Readonly,
  Names.Record,
  Names.Reflect,
  Names.RegExp,
  Names.Set,
  Names.String,
  Names.Symbol,
  Names.TypeError,
  Names.Uint8Array,
  Names.WeakMap,
  Names.console,
  Names.process,
  Names.__proto__,
  Names.hasOwnProperty,
  Names.isPrototypeOf,
  Names.toString,
  Names.valueOf,
  Names.toJSON,
  Names.__defineGetter__,
  Names.then,
  Names.close,
  Names.prototype,
  Names.length,
  Names.name,
  Names.message,
  Names.stack,
  Names.cause,
  Names.field,
  Names.value,
  Names.data,
  Names.kind,
  Names.write,
  Names.read,
  Names.codec,
  Names.t,
  Names.c,
  Names.r,
  Names.w,
  Names.v,
  Names.h,
  Names.n,
  Names.u,
  Names.f0,
  Names.a0,
  Names.i0,
  Names.Client,
  Names.Handler,
  Names.Implementation,
  Names.InteractionClient,
  Names.Methods,
  Names.UnknownField,
  Names.EnumType,
  Names.StructType,
]
