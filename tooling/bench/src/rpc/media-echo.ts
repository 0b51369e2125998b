import * as t from "@seapink/schema";
import type { MediaContent } from "../codec/workloads.ts";
import { mediaSchema } from "../codec/seapink.ts";

/** The service of the fixtures, as generated code would describe it. */
interface MediaEchoMethods {
  readonly echo: {
    readonly kind: "call";
    readonly args: { readonly content: MediaContent };
    readonly returns: MediaContent;
  };
}

const content = mediaSchema(t.i64Number);

export const echo: t.Method = t.method("echo", { args: [t.field(1, "content", content)], returns: content });

export const MediaEcho: t.ServiceType<MediaEchoMethods> = t.service<MediaEchoMethods>("MediaEcho", [echo]);
