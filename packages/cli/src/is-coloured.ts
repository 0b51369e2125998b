/** What a terminal says of itself, and a pipe does not. */
interface Output {
  readonly isTTY?: boolean;
  hasColors?(): boolean;
}

/** Whether to write in colours: on terminals that have them, or where `FORCE_COLOR` asks for it; never under `NO_COLOR`. */
export function isColoured(output: Output, env: NodeJS.ProcessEnv = process.env): boolean {
  const { NO_COLOR: no = "", FORCE_COLOR: force = "" } = env;
  if (no !== "") return false;
  if (force !== "") return force !== "0" && force !== "false";
  return output.isTTY === true && output.hasColors?.() === true;
}
