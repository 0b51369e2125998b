import { randomBytes } from "node:crypto";

const pattern = /^\.seapink-put-(\d+)-[0-9a-f]{24}$/;

/** A name that no file has, for one that is being written by this process. */
export function temporaryName(): string {
  return `.seapink-put-${process.pid}-${randomBytes(12).toString("hex")}`;
}

/** Whether a name looks like that of a file that is being written, or was when its server died. */
export function isTemporaryName(name: string): boolean {
  return pattern.test(name);
}

/** Whether such a file was left behind: by a process that is gone, or one that had the id of this one. */
export function isLeftOver(name: string): boolean {
  const pid = Number(pattern.exec(name)?.[1]);
  return pid > 0 && (pid === process.pid || !isAlive(pid));
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
