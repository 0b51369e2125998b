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
  const isThere = await access(cache).then(
    () => true,
    () => false,
  );
  if (isThere) return { path: cache };
  const unfinished = `${cache}.${process.pid}`;
  try {
    await mkdir(dirname(cache), { recursive: true });
    const args = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--target", unfinished];
    await promisify(execFile)(python, [...args, `thrift==${version}`], { timeout: 90_000 });
    await rename(unfinished, cache);
    return { path: cache };
  } catch {
    await rm(unfinished, { recursive: true, force: true });
    return { missing: `pip could not install thrift ${version} for ${python}` };
  }
}
