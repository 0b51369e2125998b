import type { WriteStream } from "node:tty";

export interface Progress {
  readonly show: (text: string) => void;
  readonly clear: () => void;
}

/** One line that is written over, on a terminal; nothing elsewhere. */
export function progressOn(stream: Pick<WriteStream, "isTTY" | "write">): Progress {
  if (!stream.isTTY) return { show: () => undefined, clear: () => undefined };
  return {
    show: (text) => void stream.write(`\r\u001B[K${text}`),
    clear: () => void stream.write("\r\u001B[K"),
  };
}
