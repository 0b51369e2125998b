/** Where the files are written that are made of files of the IDL. */
export class OutPaths {
  readonly #names: Map<string, string> = new Map();
  readonly #extension: string;

  /** @throws RangeError for a file outside of the root, and for two of one path */
  constructor(files: Iterable<string>, root: string | undefined, extension: string) {
    this.#extension = extension;
    const all = Array.from(files, (file) => [file, segmentsOf(file)] as const);
    const folder = root === undefined ? commonFolder(all.map(([, segments]) => segments)) : segmentsOf(root);
    const known = new Map<string, string>();
    for (const [file, segments] of all) {
      this.#names.set(file, within(folder, segments, file).join("/"));
      const path = this.of(file);
      // macOS and Windows take names that differ in nothing else for one.
      const key = path.normalize().toLowerCase();
      const other = known.get(key);
      if (other !== undefined) throw new RangeError(`expected one file for ${path}, got ${other} and ${file}`);
      known.set(key, file);
    }
  }

  /** What a file of the IDL is called, wherever its folder is. */
  nameOf(file: string): string {
    return this.#names.get(file) as string;
  }

  /** Where its TypeScript is written. */
  of(file: string): string {
    return pathOf(this.nameOf(file));
  }

  /** What one file imports another as. */
  specifier(from: string, to: string): string {
    const here = this.of(from).split("/").slice(0, -1);
    const there = this.of(to).replace(/\.ts$/, this.#extension).split("/");
    let common = 0;
    while (common < here.length && common < there.length - 1 && here[common] === there[common]) common++;
    const up = here.length - common;
    return (up === 0 ? "./" : "../".repeat(up)) + there.slice(common).join("/");
  }
}

/** Without what a system or a URL takes for something else, nor what makes a file one of declarations only. */
function pathOf(name: string): string {
  // oxlint-disable-next-line no-control-regex -- they are what must not be there
  const safe = name.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029"#%*:<>?|\\]/g, "_").replace(/\.thrift$/, "");
  return `${safe.replace(/\.d(?=\.[^./]*$|$)/, "_d")}.ts`;
}

type Segments = readonly string[];

function segmentsOf(path: string): Segments {
  const isAbsolute = /^[/\\]/.test(path);
  const segments: string[] = isAbsolute ? ["/"] : [];
  for (const part of path.split(/[/\\]/)) {
    if (part === ".." && segments.length > 0 && segments.at(-1) !== ".." && segments.at(-1) !== "/") segments.pop();
    else if (part !== "" && part !== "." && !(part === ".." && segments.at(-1) === "/")) segments.push(part);
  }
  return segments;
}

function commonFolder([first = [], ...others]: readonly Segments[]): Segments {
  let length = first.length - 1;
  for (const other of others) {
    length = Math.min(length, other.length - 1);
    while (first.slice(0, length).some((part, i) => part !== other[i])) length--;
  }
  return first.slice(0, Math.max(0, length));
}

function within(folder: Segments, segments: Segments, file: string): Segments {
  const rest = segments.slice(folder.length);
  const isInside = folder.every((part, i) => part === segments[i]) && rest.length > 0;
  if (!isInside || rest.includes("..") || rest.includes("/"))
    throw new RangeError(`expected files within ${folder.join("/").replace("//", "/") || "one folder"}, got ${file}`);
  return rest;
}
