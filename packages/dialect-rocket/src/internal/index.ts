/** What sister packages share and nobody else may count on, to show frames: it is not under semantic versioning. */
export { nameOfAlgorithm } from "../compression/algorithm.ts";
export { Flag, FrameType } from "../frames/frame-type.ts";
export type { Frame } from "../frames/frame.ts";
export { readFrame } from "../frames/read-frame.ts";
export { readSetup } from "../frames/setup.ts";
export { encodingOf, withoutKey } from "../frames/setup-rules.ts";
export { RpcKind } from "../metadata/enums.ts";
export { metadataProtocols } from "../metadata/metadata-protocols.ts";
export { clientPush, serverPush } from "../metadata/push-metadata.ts";
export { requestMetadata } from "../metadata/request-metadata.ts";
export { responseMetadata } from "../metadata/response-metadata.ts";
export { responseRpcError, streamRpcError } from "../metadata/rpc-error.ts";
export { setupMetadata } from "../metadata/setup-metadata.ts";
export { streamMetadata } from "../metadata/stream-metadata.ts";
