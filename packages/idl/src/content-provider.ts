import { compile, type CompileOptions, type IdlTexts } from "./compile.ts";
import type { Program } from "./program.ts";
import { Provided } from "./provided.ts";
import type { IdlProvider } from "./provider.ts";

/** A provider whose texts are handed to it. */
export interface ContentProvider extends IdlProvider {
  /**
   * Compiles these texts, all that there are, with the options of the first ones. When it returns, the program has
   * taken its place, and subscribers are told.
   * @throws IdlError, and what else `compile` throws; the program then stays. ThriftError (`closed`) after closing.
   */
  update(files: IdlTexts): Program;
}

/**
 * A provider of texts by path, which are compiled as `compile` does it: an include is looked up in the folder of the
 * file that includes it, then from the root, or in `includeDirs`. Absolute paths are absolute.
 * @throws IdlError if the first texts are no program
 */
export function contentProvider(files: IdlTexts, options: CompileOptions = {}): ContentProvider {
  const provided = new Provided(compile(files, options));
  const close = (): Promise<void> => {
    provided.close();
    return Promise.resolve();
  };
  return {
    get program() {
      return provided.program;
    },
    updates: () => provided.updates(),
    update(files) {
      provided.checkOpen();
      provided.replace(compile(files, options));
      return provided.program;
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}
