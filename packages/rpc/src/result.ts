import { ApplicationError, type DeclaredException, type Limits, type Payload, type Protocol } from "@seapink/core";
import {
  type Codec,
  codecOf,
  type ExceptionType,
  exceptionsOf,
  type Field,
  type StructType,
  successOf,
} from "@seapink/schema";
import { readBody } from "./struct-body.ts";

type ExceptionField = Field & { readonly type: ExceptionType };

/** A result struct: field 0 is the success, each other one a declared exception. Exactly one of them is set. */
export class Result {
  readonly method: string;
  readonly codec: Codec;
  readonly isVoid: boolean;
  readonly #exceptions: readonly ExceptionField[];

  constructor(method: string, type: StructType) {
    this.method = method;
    this.codec = codecOf(type);
    this.isVoid = successOf(type) === undefined;
    this.#exceptions = exceptionsOf(type);
  }

  /** The struct of a success. */
  success(value: unknown): object {
    return this.isVoid ? {} : { success: value };
  }

  /** The struct of a declared exception, or `undefined` for an error that is none of them. */
  failure(error: unknown): { readonly value: object; readonly exception: DeclaredException } | undefined {
    const field = this.#exceptions.find(({ type }) => error instanceof type.construct);
    if (field === undefined) return undefined;
    const { message } = error as Error;
    return { value: { [field.name]: error }, exception: { name: field.type.name, message } };
  }

  /**
   * The success, or throws: the declared exception, or `missing_result` where there is neither.
   */
  read(payload: Payload, protocol: Protocol | undefined, limits: Limits): unknown {
    const result = readBody(this.codec, payload.body, protocol, limits) as Readonly<Record<string, unknown>>;
    if (!this.isVoid && result["success"] !== undefined) return result["success"];
    // An exception's field may be named like what every object inherits.
    for (const { name } of this.#exceptions) if (Object.hasOwn(result, name)) throw result[name];
    if (this.isVoid) return undefined;
    throw new ApplicationError(
      "missing_result",
      `${this.method}: expected a result or a declared exception, got neither`,
    );
  }
}
