import type { Protocol } from "@seapink/core";
import * as t from "@seapink/schema";
import { type Subject, type SubjectFactory, subject } from "./subject.ts";
import { type WorkloadName, workloads } from "./workloads.ts";

const required = { requiredness: "required" } as const;
const optional = { requiredness: "optional" } as const;

/** Ours, with i64 as numbers, which is what the peers do. */
export function seapink(protocol: Protocol): SubjectFactory {
  return (workload) => subjectOf(schemas(t.i64Number)[workload], workloads[workload], protocol);
}

/** Ours as it is by default: i64 as bigint. */
export function seapinkBigint(protocol: Protocol): SubjectFactory {
  return (workload) => subjectOf(schemas(t.i64)[workload], bigintValues()[workload], protocol);
}

function subjectOf(type: t.StructType, value: unknown, protocol: Protocol): Subject {
  return subject(
    value,
    (v) => t.encode(type, v, protocol),
    (bytes) => t.decode(type, bytes, protocol),
  );
}

function schemas(i64: t.ScalarType): Readonly<Record<WorkloadName, t.StructType>> {
  const point = t.struct("Point", [
    t.field(1, "x", t.double),
    t.field(2, "y", t.double),
    t.field(3, "id", t.i32),
    t.field(4, "flag", t.bool),
    t.field(5, "ts", i64),
  ]);
  return {
    media: mediaSchema(i64),
    points: t.struct("Points", [t.field(1, "points", t.list(point))]),
    i32: t.struct("Ints", [t.field(1, "values", t.list(t.i32))]),
    map: t.struct("Counts", [t.field(1, "counts", t.map(t.string, i64))]),
    binary: t.struct("Blob", [t.field(1, "data", t.binary)]),
  };
}

/** The struct of the media record. */
export function mediaSchema(i64: t.ScalarType): t.StructType {
  const size = t.enumType("Size", { SMALL: 0, LARGE: 1 });
  const player = t.enumType("Player", { JAVA: 0, FLASH: 1 });
  const image = t.struct("Image", [
    t.field(1, "uri", t.string),
    t.field(2, "title", t.string, optional),
    t.field(3, "width", t.i32, required),
    t.field(4, "height", t.i32, required),
    t.field(5, "size", size, required),
  ]);
  const media = t.struct("Media", [
    t.field(1, "uri", t.string),
    t.field(2, "title", t.string, optional),
    t.field(3, "width", t.i32, required),
    t.field(4, "height", t.i32, required),
    t.field(5, "format", t.string, required),
    t.field(6, "duration", i64, required),
    t.field(7, "size", i64, required),
    t.field(8, "bitrate", t.i32, optional),
    t.field(9, "persons", t.list(t.string), required),
    t.field(10, "player", player, required),
    t.field(11, "copyright", t.string, optional),
  ]);
  return t.struct("MediaContent", [t.field(1, "image", t.list(image), required), t.field(2, "media", media, required)]);
}

function bigintValues(): Readonly<Record<WorkloadName, unknown>> {
  const { media, points, map } = workloads;
  return {
    ...workloads,
    media: {
      image: media.image,
      media: { ...media.media, duration: BigInt(media.media.duration), size: BigInt(media.media.size) },
    },
    points: { points: points.points.map((p) => ({ ...p, ts: BigInt(p.ts) })) },
    map: { counts: new Map([...map.counts].map(([key, count]) => [key, BigInt(count)])) },
  };
}
