import { entryLine } from "./entry-line.ts";
import type { Entry, FileStoreClient } from "./service.ts";

/** As many entries are put in order; of more, none is. */
const mostSorted = 10_000;

/** Prints what is in a folder: in the order of names, unless there is very much. */
export async function ls(client: FileStoreClient, path: string, print: (line: string) => void): Promise<void> {
  let held: Entry[] | undefined = [];
  const printAll = (entries: readonly Entry[]): void => {
    for (const entry of entries) print(entryLine(entry));
  };
  for await (const entry of await client.list({ path })) {
    if (held === undefined) print(entryLine(entry));
    else if (held.push(entry) > mostSorted) {
      printAll(held);
      held = undefined;
    }
  }
  printAll((held ?? []).sort(byName));
}

function byName(one: Entry, other: Entry): number {
  if (one.name === other.name) return 0;
  return one.name < other.name ? -1 : 1;
}
