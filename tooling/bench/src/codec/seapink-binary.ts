import { binary } from "@seapink/protocol-binary";
import { seapink, seapinkBigint } from "./seapink.ts";
import type { SubjectFactory } from "./subject.ts";

export const seapinkBinary: SubjectFactory = seapink(binary());
export const seapinkBinaryBigint: SubjectFactory = seapinkBigint(binary());
