import { type IdlOptions, load } from "../idl-options.ts";
import { jsonText } from "../json-text.ts";
import { printLines } from "../print-lines.ts";
import { UsageError } from "../usage-error.ts";
import { decodeBytes } from "./decode-bytes.ts";
import { expectNoHttp } from "./expect-no-http.ts";
import { inputBytes } from "./input.ts";
import { decodedJson } from "./json.ts";
import type { Kind, ProtocolName } from "./kinds.ts";
import { idlNames, type Names, noNames } from "./names.ts";
import { decodedText } from "./text.ts";

/** What `seapink decode` is asked for. */
export interface DecodeRequest extends IdlOptions {
  readonly idl?: string;
  readonly type?: string;
  readonly as?: Kind;
  readonly protocol?: ProtocolName;
  readonly json?: boolean;
}

/** Prints what the bytes are; then what is wrong with them is thrown. */
export async function runDecode(words: readonly string[], request: DecodeRequest): Promise<void> {
  if (words.length === 0 && process.stdin.isTTY) throw new UsageError("expected hex, a file, or - for standard input");
  const names = await namesFor(request);
  const { as, protocol, json = false } = request;
  const bytes = await inputBytes(words);
  if (as === undefined && protocol === undefined && names.type === undefined) expectNoHttp(bytes);
  const decoded = decodeBytes(bytes, { as, protocol, names });
  printLines(json ? jsonText(decodedJson(decoded)) : decodedText(decoded));
  const { error } = decoded;
  if (error === undefined) return;
  const place = error.offset === undefined ? "" : ` at offset ${error.offset} (0x${error.offset.toString(16)})`;
  throw new UsageError(`${error.message}${place}`, { cause: error });
}

async function namesFor({ idl, type, ...options }: DecodeRequest): Promise<Names> {
  if (idl !== undefined) return idlNames(await load(idl, options), type);
  if (type !== undefined) throw new UsageError("--type: expected --idl, too, got none");
  return noNames;
}
