/** Exported test suites that every protocol, lane and dialect runs, with tables, vectors and a byte splitter. */
export { type CaseSettings, caseSettings } from "./case-settings.ts";
export { type CodecTable, codecTable } from "./codec-table.ts";
export { type DialectSuiteOptions, dialectSuite } from "./dialect-suite.ts";
export { expectCode } from "./expect-code.ts";
export { expectLinear } from "./expect-linear.ts";
export { HandLane } from "./hand-lane.ts";
export { bytes, hex } from "./hex.ts";
export { laneSuite } from "./lane-suite.ts";
export type { LanePair, MakeLanePair } from "./lane/pair.ts";
export { protocolSuite, type ProtocolSuiteOptions } from "./protocol-suite.ts";
export { scanPieces } from "./scan-pieces.ts";
export { type ShapeCodec, shapeCodec } from "./shape-codec.ts";
export type { FieldShape, ScalarShape, Shape, StructShape } from "./shape.ts";
export type { ShapeOptions } from "./shapes.ts";
export { providerSuite } from "./provider-suite.ts";
export type { MakeProvider, Provider, ProviderSubject } from "./provider/subject.ts";
export { pieces, splits } from "./splits.ts";
export { type EncodedVector, type Vector, type VectorEntry, vectorsIn } from "./vectors.ts";
