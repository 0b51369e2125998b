import avro from "avsc";
import { type Subject, subject } from "./subject.ts";
import { type WorkloadName, workloads } from "./workloads.ts";

/** `avsc`, with the schema that the workload's IDL would have in Avro. */
export function avsc(workload: WorkloadName): Subject {
  const type = avro.Type.forSchema(schemas[workload]);
  return subject(
    ownValue(workload),
    (value) => type.toBuffer(value),
    (bytes): unknown => type.fromBuffer(bytes),
  );
}

// Its maps are objects, its bytes a Buffer.
function ownValue(workload: WorkloadName): unknown {
  if (workload === "map") return { counts: Object.fromEntries(workloads.map.counts) };
  if (workload === "binary") return { data: Buffer.from(workloads.binary.data) };
  return workloads[workload];
}

function record(name: string, fields: Readonly<Record<string, avro.Schema>>): avro.Schema {
  return { type: "record", name, fields: Object.entries(fields).map(([name, type]) => ({ name, type })) };
}

function array(items: avro.Schema): avro.Schema {
  return { type: "array", items };
}

const image = record("Image", { uri: "string", title: "string", width: "int", height: "int", size: "int" });

const media = record("Media", {
  uri: "string",
  title: "string",
  width: "int",
  height: "int",
  format: "string",
  duration: "long",
  size: "long",
  bitrate: "int",
  persons: array("string"),
  player: "int",
  copyright: "string",
});

const schemas: Readonly<Record<WorkloadName, avro.Schema>> = {
  media: record("MediaContent", { image: array(image), media }),
  points: record("Points", {
    points: array(record("Point", { x: "double", y: "double", id: "int", flag: "boolean", ts: "long" })),
  }),
  i32: record("Ints", { values: array("int") }),
  map: record("Counts", { counts: { type: "map", values: "long" } }),
  binary: record("Blob", { data: "bytes" }),
};
