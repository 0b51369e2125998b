import { bytes, codecTable, expectCode } from "@seapink/testing";
import { describe, expect, test } from "vitest";
import { type ClientPush, clientPush, type ServerPush, serverPush } from "../../src/metadata/push-metadata.ts";
import { type RequestMetadata, requestMetadata } from "../../src/metadata/request-metadata.ts";
import { type ResponseMetadata, responseMetadata } from "../../src/metadata/response-metadata.ts";
import {
  type ResponseRpcError,
  responseRpcError,
  type StreamRpcError,
  streamRpcError,
} from "../../src/metadata/rpc-error.ts";
import { type SetupMetadata, setupMetadata } from "../../src/metadata/setup-metadata.ts";
import { type StreamMetadata, streamMetadata } from "../../src/metadata/stream-metadata.ts";
import { decoded, encoded } from "./encoded.ts";

const checksum = { algorithm: 2, checksum: -2n, salt: 3n };
const fdMetadata = { fdSeqNum: 1n, numFds: 2 };

codecTable<RequestMetadata>("RequestMetadata", {
  encode: (value) => encoded(requestMetadata, value),
  decode: (bytes) => decoded(requestMetadata, bytes),
  ok: [
    [{}, "00"],
    [{ protocol: 2, name: "ping", kind: 0 }, "15 04 | 18 04 70696e67 | 15 00 | 00 # as little as there must be"],
    [
      { clientTimeoutMs: 1000, queueTimeoutMs: 100, priority: 4, otherMetadata: new Map([["k", "v"]]) },
      "55 d00f | 15 c801 | 15 08 | 1b 01 88 016b 0176 | 00 # times, priority and headers",
    ],
    [
      {
        crc32c: -1,
        loadMetric: "",
        compression: 2,
        compressionConfig: { codecConfig: { zstdConfig: {} }, compressionSizeLimit: 1024n },
      },
      "b5 01 | 28 00 | 15 04 | 1c 1c 2c 00 00 16 8010 00 | 00 # a checksum, a load and compression",
    ],
    [
      { interactionId: -1n, interactionCreate: { interactionId: 0x1_0000_0000n, interactionName: "A" } },
      "06 20 01 | 1c 16 8080808020 18 01 41 00 | 00 # interactions",
    ],
    [
      { clientId: "c", serviceTraceMeta: "t", frameworkMetadata: bytes("ff"), fdMetadata },
      "08 24 01 63 | 18 01 74 | 18 01 ff | 2c 16 02 15 04 00 | 00 # a client and file descriptors",
    ],
    [
      {
        loggingContext: {
          logSampleRatio: 1n,
          logErrorSampleRatio: 2n,
          requestId: "r",
          routingTarget: "t",
          requestAttemptId: 3,
        },
        tenantId: "x",
        checksum,
        checksumResponse: true,
      },
      "0c 2e 16 02 16 04 18 01 72 18 01 74 15 06 00 | 18 01 78 | 1c 15 04 16 03 16 06 00 | 11 | 00 # logging, a tenant, checksums",
    ],
    [
      {
        secondaryLoadMetric: "s",
        quotaReportConfig: { backendId: 1n, reportingHierarchy: ["h"] },
        stopperMetric: "p",
        grLoadMetric: "g",
      },
      "08 36 01 73 | 1c 16 02 19 18 01 68 00 | 18 01 70 | 18 01 67 | 00 # more loads and a quota",
    ],
  ],
  alsoDecodes: [
    ["45 02 | 55 04 | 35 06 | 00 # retired fields", {}],
    ["18 04 70696e67 | 00 # a field of another type", {}],
    ["05 e400 02 | 0c c801 18 01 61 00 | 00 # fields of a newer peer", {}],
    [
      "0c 22 00 | 00 # an interaction without its parts",
      { interactionCreate: { interactionId: 0n, interactionName: "" } },
    ],
    ["0c 1e 1c 5c 00 00 00 | 00 # a codec of a newer peer", { compressionConfig: { codecConfig: {} } }],
  ],
  badValues: [
    [{ protocol: "2" }, "invalid_data"],
    [{ name: "\ud800" }, "invalid_data"],
    [{ interactionId: 2n ** 63n }, "invalid_data"],
  ],
  badBytes: [
    ["00 00", "invalid_data"],
    ["15 04 00 15", "invalid_data"],
    ["", "invalid_data"],
    ["15 04", "invalid_data"],
    ["28 04 706900", "invalid_data"],
    ["28 02 c328 00", "invalid_data"],
    ["8b ffffffff0f 88 00", "invalid_data"],
  ],
});

codecTable<ResponseMetadata>("ResponseMetadata", {
  encode: (value) => encoded(responseMetadata, value),
  decode: (bytes) => decoded(responseMetadata, bytes),
  ok: [
    [{ payloadMetadata: { responseMetadata: {} } }, "7c 1c 00 00 00 # a result"],
    [{ payloadMetadata: { responseMetadata: {} }, streamId: 5 }, "7c 1c 00 00 25 0a 00 # a first response of a stream"],
    [
      { otherMetadata: new Map([["k", "v"]]), load: 500n, crc32c: 1, compression: 1 },
      "3b 01 88 016b 0176 | 16 e807 | 15 02 | 15 02 | 00 # headers, a load, a checksum and compression",
    ],
    [
      { proxiedPayloadMetadata: {}, queueMetadata: { queueingTimeMs: 1, queueTimeoutMs: 2 }, fdMetadata },
      "8c 00 | 2c 15 02 15 04 00 | 2c 16 02 15 04 00 | 00 # a proxy, a queue and file descriptors",
    ],
    [
      { frameworkMetadata: bytes("ff"), checksum, secondaryLoad: 1n, stopperMetric: 2n, grLoad: 3n },
      "d8 01 ff | 1c 15 04 16 03 16 06 00 | 16 02 | 16 04 | 16 06 | 00 # the rest",
    ],
  ],
  alsoDecodes: [
    ["7c 3c 00 00 00 # a kind of payload of a newer peer", { payloadMetadata: {} }],
    ["7c 1c 18 01 61 00 00 00 # more of a result", { payloadMetadata: { responseMetadata: {} } }],
    [
      "7c 2c 3c 4c 00 00 00 00 00 # a kind of exception of a newer peer",
      { payloadMetadata: { exceptionMetadata: { metadata: {} } } },
    ],
  ],
  badBytes: [["7c 1c 00 00 00 00", "invalid_data"]],
});

const classification = { kind: 1, blame: 2, safety: 1 };

codecTable<StreamMetadata>("StreamMetadata", {
  encode: (value) => encoded(streamMetadata, value),
  decode: (bytes) => decoded(streamMetadata, bytes),
  ok: [
    [{}, "00"],
    [{ payloadMetadata: { responseMetadata: {} } }, "3c 1c 00 00 00 # an item"],
    [
      { compression: 2, otherMetadata: new Map([["k", "v"]]), fdMetadata, checksum },
      "15 04 | 1b 01 88 016b 0176 | 3c 16 02 15 04 00 | 1c 15 04 16 03 16 06 00 | 00 # all else",
    ],
    [
      {
        payloadMetadata: {
          exceptionMetadata: {
            name_utf8: "E",
            what_utf8: "w",
            metadata: { declaredException: { errorClassification: classification } },
          },
        },
      },
      "3c 2c 18 01 45 18 01 77 1c 1c 1c 15 02 15 04 15 02 00 00 00 00 00 00 # a declared exception",
    ],
    [
      {
        payloadMetadata: {
          exceptionMetadata: { metadata: { appUnknownException: { errorClassification: { blame: 1 } } } },
        },
      },
      "3c 2c 3c 6c 1c 25 02 00 00 00 00 00 00 # an undeclared exception",
    ],
    [
      { payloadMetadata: { exceptionMetadata: { metadata: { DEPRECATED_proxyException: {} } } } },
      "3c 2c 3c 2c 00 00 00 00 00 # one of a proxy",
    ],
    [
      { payloadMetadata: { exceptionMetadata: { metadata: { anyException: {} } } } },
      "3c 2c 3c 7c 00 00 00 00 00 # an Any",
    ],
  ],
});

codecTable<SetupMetadata>("SetupMetadata", {
  encode: (value) => encoded(setupMetadata, value),
  decode: (bytes) => decoded(setupMetadata, bytes),
  ok: [
    [
      { minVersion: 8, maxVersion: 10, clientMetadata: { agent: "ts" } },
      "35 10 15 14 5c 18 02 7473 00 00 # as a client of ours",
    ],
    [
      { opaque: new Map([["k", bytes("ff")]]), interfaceKind: 3, dscpToReflect: 1, markToReflect: 2 },
      "1b 01 88 016b 01ff | 15 06 | 35 02 | 15 04 | 00 # a kind of interface",
    ],
    [
      {
        clientMetadata: { hostname: "h", otherMetadata: new Map([["k", "v"]]) },
        qosUseCaseId: 1,
        qosPolicyId: 2,
        keepAliveTimeoutMs: 3,
        encodeMetadataUsingBinary: false,
        compressionSetupRequest: { custom: { compressorName: "c", payload: bytes("ff") } },
      },
      "9c 28 01 68 1b 01 88 016b 0176 00 | 15 02 | 15 04 | 15 06 | 12 | 1c 1c 18 01 63 18 01 ff 00 00 | 00 # the rest",
    ],
  ],
});

codecTable<ServerPush>("ServerPush", {
  encode: (value) => encoded(serverPush, value),
  decode: (bytes) => decoded(serverPush, bytes),
  ok: [
    [
      { setupResponse: { version: 10, zstdSupported: true, lz4Supported: false } },
      "1c 15 14 11 32 00 00 # the answer to SETUP",
    ],
    [
      {
        setupResponse: { compressionSetupResponse: { custom: {} }, securityPolicy: { authorization: 1, authWall: 2 } },
      },
      "1c 3c 1c 00 00 1c 15 02 15 04 00 00 00 # a security policy",
    ],
    [
      { streamHeadersPush: { streamId: 5, headersPayloadContent: { otherMetadata: new Map([["k", "v"]]) } } },
      "2c 15 0a 1c 1b 01 88 016b 0176 00 00 00 # headers of a stream",
    ],
    [{ drainCompletePush: { drainCompleteCode: 1 } }, "3c 15 02 00 00 # a drain"],
  ],
  alsoDecodes: [["4c 15 02 00 00 # what a newer server says", {}]],
});

codecTable<ClientPush>("ClientPush", {
  encode: (value) => encoded(clientPush, value),
  decode: (bytes) => decoded(clientPush, bytes),
  ok: [
    [{ interactionTerminate: { interactionId: 1n } }, "1c 16 02 00 00 # the end of an interaction"],
    [{ streamHeadersPush: { streamId: 5 } }, "2c 15 0a 00 00 # headers of a stream"],
    [
      { transportMetadataPush: { transportMetadata: new Map([["k", "v"]]) } },
      "3c 1b 01 88 016b 0176 00 00 # of the transport",
    ],
  ],
  alsoDecodes: [
    ["1c 00 00 # the end of no interaction", { interactionTerminate: { interactionId: 0n } }],
    ["4c 15 02 00 00 # what a newer client says", {}],
  ],
});

codecTable<ResponseRpcError>("ResponseRpcError", {
  encode: (value) => encoded(responseRpcError, value),
  decode: (bytes) => decoded(responseRpcError, bytes),
  ok: [
    [
      { name_utf8: "OVERLOAD", what_utf8: "busy", category: 2, code: 1, load: 9n },
      "18 08 4f5645524c4f4144 | 18 04 62757379 | 15 04 | 15 02 | 16 12 | 00",
    ],
  ],
});

codecTable<StreamRpcError>("StreamRpcError", {
  encode: (value) => encoded(streamRpcError, value),
  decode: (bytes) => decoded(streamRpcError, bytes),
  ok: [
    [
      { name_utf8: "CREDIT_TIMEOUT", what_utf8: "", code: 1 },
      "18 0e 4352454449545f54494d454f5554 | 18 00 | 25 02 | 00",
    ],
  ],
});

describe("metadata in binary", () => {
  const request: RequestMetadata = { protocol: 0, name: "ping", kind: 0, otherMetadata: new Map([["k", "v"]]) };
  const binary =
    "08 0001 00000000 0b 0002 00000004 70696e67 08 0003 00000000 0d 0008 0b0b 00000001 00000001 6b 00000001 76 00";

  test("is the same metadata", () => {
    expect(encoded(requestMetadata, request, "binary")).toEqual(bytes(binary));
    expect(decoded(requestMetadata, bytes(binary), "binary")).toStrictEqual(request);
  });

  test("must be all of the bytes", () => {
    expectCode(() => decoded(requestMetadata, bytes(`${binary} 00`), "binary"), "invalid_data");
  });
});
