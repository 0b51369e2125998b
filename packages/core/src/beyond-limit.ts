import { ProtocolError, type ProtocolErrorCode } from "./protocol-error.ts";

// What is refused alike wherever it is found. On write there is no offset.

/** Refuses a level more than `maxDepth`. */
export function tooDeep(maxDepth: number, offset?: number): never {
  beyond("depth_limit", `expected at most ${maxDepth} structs and containers inside each other`, offset);
}

/** Refuses an element more than `maxContainerElements`. */
export function tooManyElements(most: number, offset?: number): never {
  beyond("size_limit", `expected at most ${most} elements in the containers of a message`, offset);
}

/** Refuses a message of more than `maxMessageBytes`, by as many as it must have. */
export function messageTooLong(most: number, bytes: number, offset?: number): never {
  beyond("size_limit", `expected a message of at most ${most} bytes, got ${bytes} or more`, offset);
}

function beyond(code: ProtocolErrorCode, message: string, offset: number | undefined): never {
  throw new ProtocolError(code, message, offset === undefined ? {} : { offset });
}
