import { type Client, createClient, type Implementation, implement, local } from "@seapink/rpc";
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

/** A local client of an implementation with some methods replaced, and what was reported of them. */
export function clientOf(methods: object): { readonly client: Client<EchoMethods>; readonly errors: unknown[] } {
  const errors: unknown[] = [];
  const channel = local(implement(Echo, { ...echo, ...methods }), { onError: (error) => errors.push(error) });
  return { client: createClient(Echo, channel), errors };
}
