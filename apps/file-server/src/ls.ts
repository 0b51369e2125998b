import type { Output } from "@seapink/addresses/command";
import { entryLine } from "./entry-line.ts";
import type { Entry, FileStoreClient } from "./gen/filestore.ts";

/** As many entries are put in order; of more, none is. */
const mostSorted = 10_000;

/** Prints what is in a folder: in the order of names, unless there is very much. Stops when nobody wants more. */
export async function ls(client: FileStoreClient, path: string, to: Output): Promise<void> {
  let held: Entry[] | undefined = [];
  for await (const entry of await client.list({ path })) {
    if (held === undefined) {
      if (!(await print([entry], to))) return;
    } else if (held.push(entry) > mostSorted) {
      if (!(await print(held, to))) return;
      held = undefined;
    }
  }
  await print((held ?? []).sort(byName), to);
}

/** Says whether more is wanted. */
function print(entries: readonly Entry[], to: Output): Promise<boolean> {
  return to.write(entries.map((entry) => `${entryLine(entry)}\n`).join(""));
}

function byName(one: Entry, other: Entry): number {
  if (one.name === other.name) return 0;
  return one.name < other.name ? -1 : 1;
}
