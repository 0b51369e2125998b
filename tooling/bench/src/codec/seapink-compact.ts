import { compact } from "@seapink/protocol-compact";
import { seapink, seapinkBigint } from "./seapink.ts";
import type { SubjectFactory } from "./subject.ts";

export const seapinkCompact: SubjectFactory = seapink(compact());
export const seapinkCompactBigint: SubjectFactory = seapinkBigint(compact());
