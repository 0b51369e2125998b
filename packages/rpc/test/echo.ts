import type { Implementation } from "@seapink/rpc";
import { field, method, service, type ServiceType, string } from "@seapink/schema";

/** A small service for tests of one thing at a time. */
export interface EchoMethods {
  say: { kind: "call"; args: { text: string }; returns: string };
  tell: { kind: "oneway"; args: { text: string }; returns: undefined };
  spell: { kind: "stream"; args: { text: string }; returns: undefined; stream: string };
  join: { kind: "sink"; args: object; returns: undefined; sink: string; final: string };
}

export const Echo: ServiceType<EchoMethods> = service<EchoMethods>("Echo", [
  method("say", { args: [field(1, "text", string)], returns: string }),
  method("tell", { kind: "oneway", args: [field(1, "text", string)] }),
  method("spell", { args: [field(1, "text", string)], stream: { of: string } }),
  method("join", { sink: { of: string, final: string } }),
]);

export const echo: Implementation<EchoMethods> = {
  say: ({ text }) => text,
  tell: () => undefined,
  async *spell({ text }) {
    yield* text;
  },
  async join(_, { items }) {
    let all = "";
    for await (const item of items) all += item;
    return all;
  },
};
