import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A folder for one test. */
export class Folder {
  readonly path: string = mkdtempSync(join(tmpdir(), "idl-"));

  join(name: string): string {
    return join(this.path, name);
  }

  write(files: Readonly<Record<string, string>>): void {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(this.join(name)), { recursive: true });
      writeFileSync(this.join(name), text);
    }
  }

  /** Writes as many editors do: beside the file, which is then replaced. */
  replace(files: Readonly<Record<string, string>>): void {
    for (const [name, text] of Object.entries(files)) {
      this.write({ [`${name}~`]: text });
      renameSync(this.join(`${name}~`), this.join(name));
    }
  }

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true });
  }
}
