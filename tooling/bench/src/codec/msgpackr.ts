import { Packr } from "msgpackr";
import { type Subject, subject } from "./subject.ts";
import { type WorkloadName, workloads } from "./workloads.ts";

/** `msgpackr` with records, its fastest way for objects of one shape; with maps as `Map` for the map. */
export function msgpackr(workload: WorkloadName): Subject {
  const packr =
    workload === "map" ? new Packr({ mapsAsObjects: false }) : new Packr({ useRecords: true, structures: [] });
  return subject(
    workloads[workload],
    (value) => packr.pack(value),
    (bytes) => packr.unpack(bytes),
  );
}
