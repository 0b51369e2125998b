/** Why there is nothing at a path: there is no such file, or it is not served. */
export class PathError extends Error {
  readonly kind: "missing" | "refused";
  /** As the client wrote it. */
  readonly path: string;
  readonly reason: string;

  constructor(kind: PathError["kind"], path: string, reason: string) {
    super(path === "" ? reason : `${shown(path)}: ${reason}`);
    this.kind = kind;
    this.path = path;
    this.reason = reason;
  }
}

export function missing(path: string): PathError {
  return new PathError("missing", path, "no such file or folder");
}

export function refused(path: string, reason: string): PathError {
  return new PathError("refused", path, reason);
}

/** As much of a path is told back as helps to find the mistake. */
function shown(path: string): string {
  return path.length > 200 ? `${path.slice(0, 200)}…` : path;
}
