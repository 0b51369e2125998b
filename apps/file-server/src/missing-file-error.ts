import { isApplicationError } from "@seapink/core";

/** There is no such file on the server. */
export class MissingFileError extends Error {
  override readonly name = "MissingFileError";
  readonly path: string;

  constructor(path: string, options?: ErrorOptions) {
    super(`not found: ${path}`, options);
    this.path = path;
  }
}

/** The answer to a call about a path whose method declares no exceptions. */
export async function found<T>(path: string, answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (cause) {
    throw isApplicationError(cause) && cause.code === "not_found" ? new MissingFileError(path, { cause }) : cause;
  }
}
