import { spawn } from "node:child_process";
import { constants } from "node:os";
import { root } from "./toolchain.mjs";

/**
 * Runs a command in the foreground. Signals are handed on and not acted upon here, so that a server has the time to
 * finish what it is doing; the exit code is the command's.
 */
export function exitCodeOf(command, args, stdout = "inherit", cwd = root) {
  const child = spawn(command, args, { cwd, stdio: ["inherit", stdout, "inherit"] });
  const handOn = (signal) => child.kill(signal);
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
  for (const signal of signals) process.on(signal, handOn);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => {
      for (const name of signals) process.off(name, handOn);
      resolve(code ?? 128 + constants.signals[signal]);
    });
  });
}
