import { json } from "@seapink/protocol-json";
import { seapink } from "./seapink.ts";
import type { SubjectFactory } from "./subject.ts";

export const seapinkJson: SubjectFactory = seapink(json());
