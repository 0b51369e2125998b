import type { ScalarNode } from "./tree.ts";

/** So much of a text or of bytes is shown to a person, who may ask for JSON to see the rest. */
const shownCharacters = 1000;
const shownBytes = 64;

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** What may be text or bytes: text if it is UTF-8 that can be printed, and otherwise hex. */
export function textScalar(bytes: Uint8Array): ScalarNode {
  const text = printableText(bytes);
  if (text === undefined) return { kind: "scalar", type: "binary", value: hex(bytes), text: shownHex(bytes) };
  return { kind: "scalar", type: "string", value: text, text: shownText(text) };
}

/** What the IDL says to be bytes: base64, as in JSON. */
export function bytesScalar(bytes: Uint8Array): ScalarNode {
  const value = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
  return { kind: "scalar", type: "binary", value, text: shownText(value) };
}

function printableText(bytes: Uint8Array): string | undefined {
  try {
    const text = decoder.decode(bytes);
    return /[^\P{C}\t\r\n]/u.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

export function shownText(text: string): string {
  if (text.length <= shownCharacters) return JSON.stringify(text);
  return `${JSON.stringify(text.slice(0, shownCharacters))}… (${text.length} characters)`;
}

/** `68 65 6c 6c 6f` */
export function shownHex(bytes: Uint8Array): string {
  const shown = hex(bytes.subarray(0, shownBytes)).replaceAll(/(..)(?=.)/g, "$1 ");
  return bytes.length <= shownBytes ? shown : `${shown} … (${bytes.length} bytes)`;
}

export function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("hex");
}
