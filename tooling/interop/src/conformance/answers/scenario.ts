import type {
  RpcTestCase,
  ServerInstruction,
  ServerTestResult,
  ShapeName,
  Shapes,
  UserExceptionFields,
} from "../shapes.ts";
import type { Suite } from "../suite.ts";
import { undeclared } from "../undeclared.ts";

/** What a server has been told to do, and what it has seen so far. */
export class Scenario {
  readonly #suite: Suite;
  #instruction: ServerInstruction | undefined;
  #result: { field: ShapeName; value: object } | undefined;
  #watching: Promise<unknown> = Promise.resolve();

  constructor(suite: Suite, serverInstruction?: ServerInstruction) {
    this.#suite = suite;
    this.#instruction = serverInstruction;
  }

  /** Another case begins. */
  begin({ serverInstruction }: Partial<RpcTestCase>): void {
    this.#instruction = serverInstruction;
    this.#result = undefined;
  }

  get hasBegun(): boolean {
    return this.#instruction !== undefined;
  }

  get serverInstruction(): ServerInstruction {
    if (this.#instruction === undefined) throw undeclared("expected a test case, got none");
    return this.#instruction;
  }

  /** What to do, in a method that only some cases call. */
  instruction<N extends ShapeName>(field: N): Shapes[N]["serverInstruction"] {
    const { field: told, value } = this.serverInstruction;
    if (told === field) return value;
    throw undeclared(`expected a call for ${told}, got one for ${field}`);
  }

  /** What was seen. What is in the value may still grow. */
  note<N extends ShapeName>(field: N, value: Shapes[N]["serverTestResult"]): void {
    this.#result = { field, value };
  }

  /** More of what was seen. */
  add(more: object): void {
    if (this.#result !== undefined) Object.assign(this.#result.value, more);
  }

  /** Something from which more may be seen, although its client has heard all that it will. */
  watch<T>(work: Promise<T>): Promise<T> {
    this.#watching = work.catch(() => undefined);
    return work;
  }

  /** What was seen, when nothing more can be. */
  async result(): Promise<ServerTestResult> {
    await this.#watching;
    if (this.#result === undefined) throw undeclared("expected a call of the case, got none");
    return this.#result as ServerTestResult;
  }

  userException(fields: UserExceptionFields = { msg: "" }): Error {
    return new this.#suite.UserException(fields);
  }

  /** The fields of a declared exception, or nothing. */
  fieldsOf(error: unknown): UserExceptionFields | undefined {
    return error instanceof this.#suite.UserException ? { msg: error.msg } : undefined;
  }
}
