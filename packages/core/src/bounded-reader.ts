import { tooDeep, tooManyElements } from "./beyond-limit.ts";
import { ByteReader, type ViewCache } from "./byte-reader.ts";
import type { Limits } from "./limits.ts";
import { WireType, wireTypeName } from "./wire-type.ts";

// A byte can be an empty map, which takes some hundred bytes of memory.
const weightOfHolders = 8;

function holdsOthers(type: number): boolean {
  return type >= WireType.struct && type <= WireType.list;
}

/**
 * What every reader of a protocol keeps besides its place in the bytes: how deep it is, how many elements it may still
 * be told of, and what a container holds that was begun without an expectation. Ends that are not marked are here as
 * well; a protocol that marks them overrides these. Failures stand apart, so that what is called for each value stays
 * short.
 */
export abstract class BoundedReader extends ByteReader {
  // Only declared: see ByteReader.
  declare readonly limits: Limits;
  declare elementType: number;
  declare keyType: number;
  /** How many structs and containers are open. */
  declare depth: number;
  /** As many elements as there are bytes for, */
  declare private elements: number;
  /** and as many as the limit allows, where those that hold others count more. */
  declare private weight: number;
  declare private mostElements: number;

  /** @param elementBytes the fewest bytes that an element takes: what all containers claim may not add up to more */
  constructor(bytes: Uint8Array, views: ViewCache, limits: Limits, elementBytes: number) {
    super(bytes, views);
    this.limits = limits;
    this.elementType = WireType.stop;
    this.keyType = WireType.stop;
    this.depth = 0;
    this.mostElements = Math.floor(bytes.length / elementBytes);
    this.elements = this.mostElements;
    this.weight = limits.maxContainerElements;
  }

  /** Into a struct or container. */
  enter(): void {
    if (++this.depth > this.limits.maxDepth) this.tooDeep();
  }

  leave(): void {
    this.depth--;
  }

  private tooDeep(): never {
    tooDeep(this.limits.maxDepth, this.offset);
  }

  messageBody(): Uint8Array {
    return this.bytes.subarray(this.position, this.end);
  }

  messageEnd(): void {}

  fieldEnd(): void {}

  abstract listBegin(element: WireType): number;

  listEnd(): void {
    this.leave();
  }

  setBegin(element: WireType): number {
    return this.listBegin(element);
  }

  setEnd(): void {
    this.listEnd();
  }

  mapEnd(): void {
    this.leave();
  }

  /** A container of this many elements, of which each takes so many bytes or more; a list has one type for both. */
  count(size: number, elementBytes: number, keyType: number, type: number): void {
    if (size * elementBytes > this.end - this.position) {
      this.fail(`expected ${size} elements of ${elementBytes} bytes or more, got ${this.end - this.position} bytes`);
    }
    this.elements -= size;
    this.weight -= holdsOthers(keyType) || holdsOthers(type) ? size * weightOfHolders : size;
    if (this.elements < 0 || this.weight < 0) this.tooMany();
  }

  private tooMany(): never {
    if (this.elements < 0) {
      this.fail(`expected at most ${this.mostElements} elements in all containers, for which there are bytes`);
    }
    tooManyElements(this.limits.maxContainerElements, this.offset);
  }

  /** Keys or values of a type that is not the expected one, if any was. */
  otherKey(expected: WireType, type: number, size: number): void {
    if (expected === WireType.stop) this.keyType = type;
    else if (size > 0) this.wrongType(expected, type);
  }

  otherType(expected: WireType, type: number, size: number): void {
    if (expected === WireType.stop) this.elementType = type;
    else if (size > 0) this.wrongType(expected, type);
  }

  private wrongType(expected: WireType, type: number): never {
    this.fail(`expected elements of type ${wireTypeName(expected)}, got ${wireTypeName(type)}`);
  }
}
