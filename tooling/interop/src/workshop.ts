import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Certificates, makeCertificates } from "./certificates.ts";
import { cases } from "./cases/cases.ts";
import { widened } from "./cases/lab-cases.ts";
import { describe } from "./describe.ts";
import { loadServices, type TestedServices } from "./services.ts";

/** What a run has: a temporary folder, with what all peers read in it. */
export interface Workshop {
  readonly folder: string;
  readonly services: TestedServices;
  /** A file with a `Description`, and the values that servers return. */
  readonly description: string;
  /** A file with the cases. */
  readonly cases: string;
  /** For TLS. */
  readonly certificates: Certificates;
}

export async function openWorkshop(): Promise<Workshop> {
  const folder = await mkdtemp(join(tmpdir(), "seapink-interop-"));
  try {
    const services = await loadServices();
    const files = { description: join(folder, "description.json"), cases: join(folder, "cases.json") };
    await writeFile(files.description, JSON.stringify({ ...describe(services), widened }));
    await writeFile(files.cases, JSON.stringify(cases));
    return { folder, services, ...files, certificates: await makeCertificates(folder) };
  } catch (error) {
    await closeWorkshop({ folder });
    throw error;
  }
}

export async function closeWorkshop({ folder }: Pick<Workshop, "folder">): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}
