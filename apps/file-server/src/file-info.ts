import type { BigIntStats } from "node:fs";
import type { FileInfo } from "./service.ts";

export function toFileInfo({ size, mtimeMs }: BigIntStats): FileInfo {
  return { size, modifiedTime: mtimeMs / 1000n };
}
