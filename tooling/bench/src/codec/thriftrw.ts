import { Thrift } from "thriftrw";
import { fixture, structNames } from "./fixture.ts";
import { type Subject, subject } from "./subject.ts";
import { type WorkloadName, workloads } from "./workloads.ts";

/** `thriftrw`, from the same IDL. An i64 is a `Long` where the IDL asks for it, otherwise a run of bytes. */
export function thriftrw(workload: WorkloadName): Subject {
  const source = fixture("workloads.thrift").replaceAll("i64", 'i64 (js.type = "Long")');
  const struct = new Thrift({ source, strict: false }).getType(structNames[workload]);
  return subject(
    ownValue(workload),
    (value) => struct.toBuffer(value),
    (bytes) => struct.fromBuffer(bytes),
  );
}

// Its enums are strings, its maps objects, its binary a Buffer.
function ownValue(workload: WorkloadName): unknown {
  const { media, map, binary } = workloads;
  if (workload === "media") {
    const image = media.image.map((one) => ({ ...one, size: one.size === 0 ? "SMALL" : "LARGE" }));
    return { image, media: { ...media.media, player: media.media.player === 0 ? "JAVA" : "FLASH" } };
  }
  if (workload === "map") return { counts: Object.fromEntries(map.counts) };
  if (workload === "binary") return { data: Buffer.from(binary.data) };
  return workloads[workload];
}
