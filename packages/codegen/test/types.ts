import type { Context, ServiceHandler } from "@seapink/rpc";
import { createClient, implement } from "@seapink/rpc";
import type { Channel } from "@seapink/core";
import { binary } from "@seapink/protocol-binary";
import { decode, encode } from "@seapink/schema";
import { Currency, Money, Refused } from "./gen/money.ts";
import {
  type BasketClient,
  type BasketHandler,
  type CatalogueClient,
  type CatalogueHandler,
  Closed,
  Item,
  NotFound,
  NotFoundType,
  type Payment,
  Shop,
  type ShopClient,
  type ShopHandler,
  SoldOut,
  type Stock,
} from "./gen/shop.ts";

// Nothing here runs: the compiler checks that what must fit does, and that what must not does not.

declare const channel: Channel;
declare const client: ShopClient;
declare const basket: BasketClient;
declare const handler: ShopHandler;
declare const item: Item;
declare const payment: Payment;
declare const notFound: NotFound;
declare const bytes: Uint8Array;

/** Values that are of their types. */
export const values = {
  least: { cents: 5n } satisfies Money,
  byName: { cents: 5n, currency: Currency.DEM } satisfies Money,
  byNumber: { cents: 5n, currency: 1 } satisfies Money,
  absent: { id: 1n, name: "a", price: undefined } satisfies Item,
  whole: { id: 1n, name: "a", price: { cents: 1n }, tags: [], picture: new Uint8Array() } satisfies Item,
  cash: { field: "cash", value: { cents: 1n } } satisfies Payment,
  card: { field: "card", value: "1234" } satisfies Payment,
  stock: new Map([[1n, 5]]) satisfies Stock,
  exception: new NotFound({ id: 1n }) satisfies Error,
  withoutFields: new Closed() satisfies Error,
  withCause: new NotFound({ id: 1n }, { cause: new Error("a") }).cause satisfies unknown,
  withCauseAlone: new Closed({}, { cause: 5 }) satisfies Error,
  message: notFound.message satisfies string,
  named: notFound.name satisfies "NotFound",
  read: decode(Item, bytes, binary()) satisfies Item,
  readException: decode(NotFoundType, bytes, binary()) satisfies NotFound,
  written: encode(Money, { cents: 5n }, binary()) satisfies Uint8Array,
};

/** Values that are not. */
export const wrongValues = {
  // @ts-expect-error -- a required field is missing
  missing: { currency: Currency.EUR } satisfies Money,
  // @ts-expect-error -- so is one that is neither required nor optional
  unqualified: { id: 1n } satisfies Item,
  // @ts-expect-error -- no field has this name
  unknown: { cents: 5n, amount: 5 } satisfies Money,
  // @ts-expect-error -- an i64 is a bigint
  numberForI64: { cents: 5 } satisfies Money,
  // @ts-expect-error -- unless the IDL says that it is a number
  bigintForNumber: new Map([[1n, 5n]]) satisfies Stock,
  // @ts-expect-error -- a key is of its type, too
  key: new Map([["a", 5]]) satisfies Stock,
  // @ts-expect-error -- an object is no map
  object: { a: 5 } satisfies Stock,
  // @ts-expect-error -- the enum has no such number
  enumNumber: { cents: 5n, currency: 2 } satisfies Money,
  // @ts-expect-error -- nor is it text
  enumName: { cents: 5n, currency: "EUR" } satisfies Money,
  // @ts-expect-error -- the enum has no such name
  enumValue: Currency.USD,
  // @ts-expect-error -- an absent field is not null
  null: { id: 1n, name: "a", price: null } satisfies Item,
  // @ts-expect-error -- a list is not of one item
  list: { id: 1n, name: "a", tags: "new" } satisfies Item,
  // @ts-expect-error -- binary is no text
  binary: { id: 1n, name: "a", picture: "bytes" } satisfies Item,
  // @ts-expect-error -- a union has one field
  twoFields: { field: "cash", value: { cents: 1n }, card: "1234" } satisfies Payment,
  // @ts-expect-error -- and this one is not like Thrift's in other languages
  byKey: { card: "1234" } satisfies Payment,
  // @ts-expect-error -- the value is that of the field
  otherValue: { field: "card", value: { cents: 1n } } satisfies Payment,
  // @ts-expect-error -- the union has no such field
  otherField: { field: "cheque", value: "1234" } satisfies Payment,
  // @ts-expect-error -- what a union holds is known only with its field
  unchecked: payment.value satisfies string,
  // @ts-expect-error -- an exception without a field that it must have
  exception: new NotFound({ message: "none" }),
  // @ts-expect-error -- an exception with nothing
  nothing: new NotFound(),
  // @ts-expect-error -- an exception without fields takes none
  tooMuch: new Closed({ id: 1n }),
  // @ts-expect-error -- another exception of the same fields is another exception
  same: new Refused({ message: "a" }) satisfies SoldOut,
  // @ts-expect-error -- an exception takes no message but as a field
  text: new Closed({}, "closed"),
  // @ts-expect-error -- any error is none of them
  anyError: new Error("a") satisfies Closed,
  // @ts-expect-error -- a descriptor knows what it writes
  written: encode(Money, { cents: 5 }, binary()),
  // @ts-expect-error -- and what it reads
  read: decode(Item, bytes, binary()) satisfies Money,
};

/** Which field of a union is there tells what it holds; one that is not known here is undefined. */
export function paid(by: Payment): bigint | string | undefined {
  switch (by.field) {
    case "cash":
      return by.value.cents;
    case "card":
      return by.value;
    case undefined:
      return by.value;
  }
}

/** What calls resolve to. */
export const results = {
  created: createClient(Shop, channel) satisfies ShopClient,
  inherited: client.get({ id: 1n }) satisfies Promise<Item>,
  asParent: client satisfies CatalogueClient,
  map: client.stock({ ids: new Set([1n]) }) satisfies Promise<Map<bigint, number>>,
  void: client.ping() satisfies Promise<undefined>,
  oneway: client.note({ text: "a" }) satisfies Promise<void>,
  stream: client.watch({ name: "a" }) satisfies Promise<AsyncIterable<Item>>,
  responseAndStream: client.log({ lines: 5 }) satisfies Promise<{ response: number; stream: AsyncIterable<string> }>,
  sink: client.restock({ shelf: "a" }, { items: [item] }) satisfies Promise<number>,
  bidi: client.find({}, { items: ["a"] }) satisfies Promise<AsyncIterable<Item>>,
  interaction: client.begin({ customer: "a" }) satisfies Promise<readonly [BasketClient, number]>,
  constructed: client.createBasket() satisfies BasketClient,
  default: basket.add({ id: 1n }) satisfies Promise<number>,
  given: basket.add({ id: 1n, count: 2 }) satisfies Promise<number>,
};

/** Calls that nobody answers. */
export const wrongCalls = {
  // @ts-expect-error -- an argument is missing
  missing: () => client.get({}),
  // @ts-expect-error -- all of them are
  none: () => client.get(),
  // @ts-expect-error -- options stand behind arguments, also where there are none
  options: () => client.ping({ timeoutMs: 5 }),
  // @ts-expect-error -- arguments are one object
  positional: () => client.get(1n),
  // @ts-expect-error -- it is a bigint
  number: () => client.get({ id: 1 }),
  // @ts-expect-error -- there is no such argument
  unknown: () => client.get({ id: 1n, deep: true }),
  // @ts-expect-error -- there is no such method
  method: () => client.put({ id: 1n }),
  // @ts-expect-error -- it is a method of the interaction
  ofInteraction: () => client.add({ id: 1n }),
  // @ts-expect-error -- there is no such method of the interaction
  interactionMethod: () => basket.remove({ id: 1n }),
  // @ts-expect-error -- it is a method of the service
  ofService: () => basket.ping(),
  // @ts-expect-error -- the parent has no such method
  ofChild: () => (client as CatalogueClient).ping(),
  // @ts-expect-error -- a sink needs items
  noItems: () => client.restock({ shelf: "a" }),
  // @ts-expect-error -- of its type
  items: () => client.restock({ shelf: "a" }, { items: ["a"] }),
  // @ts-expect-error -- a call takes none
  itemsOfCall: () => client.get({ id: 1n }, { items: [item] }),
  // @ts-expect-error -- what is streamed is known
  stream: client.watch({ name: "a" }) satisfies Promise<AsyncIterable<string>>,
  // @ts-expect-error -- so is what is returned
  returned: client.get({ id: 1n }) satisfies Promise<Money>,
};

const basketHandler: BasketHandler = {
  add: ({ count }) => count satisfies number,
  async *items() {
    yield item;
  },
  pay: (_, context) => context.raise(new Refused({ message: "no" })),
};

/** What serves. */
export const handlers = {
  whole: implement(Shop, handler) satisfies ServiceHandler,
  basket: basketHandler,
  catalogue: {
    get: ({ id }, context) => (id === 0n ? context.raise(new NotFound({ id })) : context.raise(new Closed())),
    stock: async ({ ids }) => new Map([...ids].map((id) => [id, 1] as const)),
  } satisfies CatalogueHandler,
  throwing: {
    ...handler,
    get: () => {
      throw new Closed();
    },
  } satisfies ShopHandler,
};

/** What does not. */
export const wrongHandlers = {
  // @ts-expect-error -- a method is missing
  missing: { get: () => item } satisfies CatalogueHandler,
  // @ts-expect-error -- there is no such method
  unknown: { ...handler, put: () => item } satisfies ShopHandler,
  // @ts-expect-error -- it returns something else
  returned: { ...handler, get: () => ({ id: 1n }) } satisfies ShopHandler,
  // @ts-expect-error -- it has no such argument
  argument: { ...handler, get: ({ key }) => ({ ...item, name: key }) } satisfies ShopHandler,
  // @ts-expect-error -- its argument is of another type
  argumentType: { ...handler, get: ({ id }: { id: string }) => ({ ...item, name: id }) } satisfies ShopHandler,
  // @ts-expect-error -- it must answer
  nothing: { ...handler, get: () => {} } satisfies ShopHandler,
  // @ts-expect-error -- an exception that the method does not declare
  undeclared: { ...handler, get: (_, context) => context.raise(new SoldOut({ message: "a" })) } satisfies ShopHandler,
  // @ts-expect-error -- a method that declares none
  none: { ...handler, ping: (_, context) => context.raise(new Closed()) } satisfies ShopHandler,
  // @ts-expect-error -- an error that is no exception of the IDL
  error: { ...handler, get: (_, context) => context.raise(new Error("a")) } satisfies ShopHandler,
  streamed: {
    ...handler,
    // @ts-expect-error -- it streams something else
    async *watch() {
      yield "a";
    },
  } satisfies ShopHandler,
  // @ts-expect-error -- a stream is iterated over
  noStream: { ...handler, watch: () => item } satisfies ShopHandler,
  // @ts-expect-error -- the response before the stream is missing
  noResponse: { ...handler, log: () => ({ stream: toStream("a") }) } satisfies ShopHandler,
  // @ts-expect-error -- what ends a sink is missing
  noFinal: { ...handler, restock: () => undefined } satisfies ShopHandler,
  // @ts-expect-error -- the interaction is missing
  noInteraction: { ...handler, begin: () => 5 } satisfies ShopHandler,
  // @ts-expect-error -- the interaction lacks a method
  interaction: { ...handler, createBasket: () => ({ add: () => 1 }) } satisfies ShopHandler,
};

declare function toStream<T>(item: T): AsyncIterable<T>;

/** What a sink is sent is known to the handler, and that a call is sent nothing. */
export const items = {
  restock: {
    ...handler,
    async restock(_, context) {
      let count = 0;
      for await (const { name } of context.items) count += name.length;
      return count;
    },
  } satisfies ShopHandler,
  ofCall: (context: Context) => context.items satisfies AsyncIterable<never>,
  other: {
    ...handler,
    async restock(_, context) {
      let count = 0;
      // @ts-expect-error -- an item has no such field
      for await (const { amount } of context.items) count += Number(amount);
      return count;
    },
  } satisfies ShopHandler,
};
