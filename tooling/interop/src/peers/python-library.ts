import { execFile } from "node:child_process";
import { access, mkdir, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/** That of the distribution, whose packages no other Python sees. */
export const python = "/usr/bin/python3";

export type Installed = { readonly path: string } | { readonly missing: string };

const version = "0.25.0";
const cache = fileURLToPath(
  new URL(`../../../../node_modules/.cache/seapink/thrift-python-${version}`, import.meta.url),
);

/** The newest library, from PyPI the first time. */
export async function installed(): Promise<Installed> {
  if (!(await isThere())) await install();
  return (await isThere()) ? { path: cache } : { missing: `pip could not install thrift ${version} for ${python}` };
}

function isThere(): Promise<boolean> {
  return access(cache).then(
    () => true,
    () => false,
  );
}

/** Whole or not at all, also where another run does the same. */
async function install(): Promise<void> {
  const unfinished = `${cache}.${process.pid}`;
  const options = ["--quiet", "--disable-pip-version-check", "--retries", "1", "--target", unfinished];
  try {
    await mkdir(dirname(cache), { recursive: true });
    await promisify(execFile)(python, ["-m", "pip", "install", ...options, `thrift==${version}`], { timeout: 90_000 });
    await rename(unfinished, cache);
  } catch {
    await rm(unfinished, { recursive: true, force: true });
  }
}
