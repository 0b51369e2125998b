import { report } from "@seapink/core";
import { idlLimits } from "../limits.ts";
import type { Program } from "../program.ts";
import { Provided } from "../provided.ts";
import type { IdlProvider } from "../provider.ts";
import { FolderWatch } from "./folder-watch.ts";
import { IdlFiles } from "./idl-files.ts";
import { loadFrom, type LoadIdlOptions } from "./load-idl.ts";
import { Quiet } from "./quiet.ts";
import { watchPointsOf } from "./watch-points.ts";

export interface FileProviderOptions extends LoadIdlOptions {
  /** Whether the files are read again when one of them changes; the process then lives until it is closed. Default `false`. */
  readonly watch?: boolean;
  /** How long nothing must have changed before files are read again; default 50 ms. Without a pause, ten times as long. */
  readonly quietMs?: number;
  /** Told, once, of each state of the files that is no program, and of what keeps one from watching; default: to the console. */
  readonly onError?: (error: unknown) => void;
}

/** A provider of a file and those that it includes. */
export interface FileProvider extends IdlProvider {
  /**
   * Reads the files again, unless they are what they were. Resolves with the program when it has taken its place.
   * Rejects with an `IdlError` if they are none, or with a `ThriftError` (`closed`).
   */
  reload(): Promise<Program>;
}

/**
 * A provider of what `loadIdl` loads, with the same options. When it watches, it follows all that may lead to another
 * program: changed, replaced and removed files, links that lead elsewhere, and files that appear where an include is
 * looked up.
 * @throws IdlError if the first reading gives no program
 */
export async function fileProvider(path: string | URL, options: FileProviderOptions = {}): Promise<FileProvider> {
  const files = filesOf(options);
  const provider = new LiveFile(path, options, files, await loadFrom(files, path, options));
  if (options.watch) await provider.watch();
  return provider;
}

function filesOf(options: LoadIdlOptions): IdlFiles {
  return new IdlFiles(idlLimits(options.limits).maxFileBytes);
}

class LiveFile implements FileProvider {
  readonly #path: string | URL;
  readonly #options: FileProviderOptions;
  readonly #provided: Provided;
  readonly #quiet: Quiet;
  #files: IdlFiles;
  #watch: FolderWatch | undefined;
  /** Why the files, as they were read last, are no program. */
  #failure: { readonly error: unknown } | undefined;
  /** All readings that were asked for, one after another. */
  #readings: Promise<unknown> = Promise.resolve();
  /** The reading that has not begun. */
  #next: Promise<Program> | undefined;

  constructor(path: string | URL, options: FileProviderOptions, files: IdlFiles, program: Program) {
    this.#path = path;
    this.#options = options;
    this.#files = files;
    this.#provided = new Provided(program);
    // A failure is told to `onError`.
    this.#quiet = new Quiet(options.quietMs ?? 50, () => void this.#queue().catch(() => undefined));
  }

  get program(): Program {
    return this.#provided.program;
  }

  updates(): AsyncIterable<Program, undefined> {
    return this.#provided.updates();
  }

  async watch(): Promise<void> {
    this.#watch = new FolderWatch({
      onChange: () => this.#quiet.touch(),
      onError: (error) => this.#tell(error),
    });
    try {
      await this.#follow();
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  async reload(): Promise<Program> {
    this.#provided.checkOpen();
    return this.#queue();
  }

  /** Those who ask before a reading begins share it. */
  #queue(): Promise<Program> {
    this.#next ??= this.#readings.then(() => {
      this.#next = undefined;
      return this.#read();
    });
    this.#readings = this.#next.catch(() => undefined);
    return this.#next;
  }

  async #read(): Promise<Program> {
    if (!(await this.#files.areCurrent())) await this.#load();
    await this.#follow().catch((error: unknown) => this.#tell(error));
    this.#provided.checkOpen();
    if (this.#failure) throw this.#failure.error;
    return this.program;
  }

  async #load(): Promise<void> {
    this.#files = filesOf(this.#options);
    this.#failure = undefined;
    try {
      const program = await loadFrom(this.#files, this.#path, this.#options);
      if (!this.#provided.isClosed) this.#provided.replace(program);
    } catch (error) {
      this.#failure = { error };
      this.#tell(error);
    }
  }

  async #follow(): Promise<void> {
    const points = await watchPointsOf(this.#files.asked);
    if (!this.#provided.isClosed && this.#watch?.follow(points)) this.#quiet.touch();
  }

  #tell(error: unknown): void {
    if (this.#provided.isClosed) return;
    try {
      (this.#options.onError ?? report)(error);
    } catch (defect) {
      report(defect);
    }
  }

  async close(): Promise<void> {
    this.#provided.close();
    this.#quiet.cancel();
    this.#watch?.close();
    await this.#readings;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}
