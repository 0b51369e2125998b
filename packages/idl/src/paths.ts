/** Joins with slashes, and works out `.` and `..`. */
export function joinPath(folder: string, path: string): string {
  const isAbsolute = path.startsWith("/") || (path !== "" && folder.startsWith("/"));
  const parts: string[] = [];
  for (const part of (path.startsWith("/") ? path : `${folder}/${path}`).split("/")) {
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else if (part !== "" && part !== "." && !(part === ".." && isAbsolute)) parts.push(part);
  }
  return `${isAbsolute ? "/" : ""}${parts.join("/")}`;
}

export function folderOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash === 0 ? "/" : path.slice(0, Math.max(0, slash));
}

/** What names of an included file are prefixed with: `base` for `common/base.thrift`. */
export function prefixOf(path: string): string {
  const slash = Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\"));
  return path.slice(slash + 1).replace(/\.thrift$/, "");
}
