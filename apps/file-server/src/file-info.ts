import type { BigIntStats } from "node:fs";
import type { FileInfo } from "./gen/fileserver.ts";

export function toFileInfo({ size, mtimeMs }: BigIntStats): FileInfo {
  return { size, modifiedTime: mtimeMs / 1000n };
}
