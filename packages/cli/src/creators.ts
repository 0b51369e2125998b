import type { Program } from "@seapink/idl";
import type { InteractionType, Method, ServiceType } from "@seapink/schema";
import { constructorName } from "@seapink/schema/internal";

/** What an interaction begins with. */
export interface Creator {
  /** As METHOD of `call`. */
  readonly name: string;
  /** Absent where the service `performs` the interaction, which then begins without a call of its own. */
  readonly method: Method | undefined;
}

/** All of them, a method that is inherited once; those of included files last. */
export function creatorsOf(program: Program, interaction: InteractionType): readonly Creator[] {
  const all = [...servicesOf(program)].flatMap(([name, service]) => creatorsIn(name, service, interaction));
  return all.filter(
    ({ method }, index) => method === undefined || all.findIndex((one) => one.method === method) === index,
  );
}

function creatorsIn(owner: string, { methods, performs }: ServiceType, interaction: InteractionType): Creator[] {
  const creating = [...methods.values()].filter(({ creates }) => creates === interaction);
  const creators = creating.map((method): Creator => ({ name: `${owner}.${method.name}`, method }));
  if (!performs.includes(interaction)) return creators;
  return [...creators, { name: `${owner}.${constructorName(interaction)}`, method: undefined }];
}

function* servicesOf({ file, files, services }: Program): Iterable<readonly [name: string, ServiceType]> {
  yield* services;
  for (const { prefix, file: path } of files.get(file)?.includes ?? []) {
    for (const { kind, name, type } of files.get(path)?.definitions ?? [])
      if (kind === "service") yield [`${prefix}.${name}`, type];
  }
}
