import { fileURLToPath } from "node:url";
import {
  type Client,
  credentials,
  loadPackageDefinition,
  Server,
  ServerCredentials,
  type ServiceClientConstructor,
  type ServiceError,
} from "@grpc/grpc-js";
import { loadSync } from "@grpc/proto-loader";
import { workloads } from "../codec/workloads.ts";
import { checkEcho } from "./check-echo.ts";
import type { EchoSubject } from "./echo-subject.ts";

type Result = (error: ServiceError | null, value?: unknown) => void;

type EchoStub = Client & { echo(value: unknown, result: Result): void };

/** gRPC's own library for Node, from the same records as Protocol Buffers, int64 as numbers. */
export const grpc: EchoSubject = {
  async serve() {
    const server = new Server();
    server.addService(mediaEcho().service, {
      echo: (call: { readonly request: unknown }, result: Result) => result(null, call.request),
    });
    return await promised<number>((result) =>
      server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), result),
    );
  },
  async connect(port) {
    const Stub = mediaEcho();
    const client = new Stub(`127.0.0.1:${port}`, credentials.createInsecure()) as unknown as EchoStub;
    await promised<void>((result) => client.waitForReady(Date.now() + 5_000, (error) => result(error ?? null)));
    return {
      check: async () => checkEcho(await promised((result) => client.echo(workloads.media, result))),
      call: (answered, failed) =>
        client.echo(workloads.media, (error) => (error === null ? answered() : failed(error))),
    };
  },
};

function mediaEcho(): ServiceClientConstructor {
  const path = fileURLToPath(new URL("../../fixtures/workloads.proto", import.meta.url));
  const definition = loadSync(path, { longs: Number, keepCase: true, defaults: true });
  // The fixture has the service.
  return loadPackageDefinition(definition)["MediaEcho"] as ServiceClientConstructor;
}

function promised<T>(begin: (result: (error: Error | null, value?: T) => void) => void): Promise<T> {
  return new Promise((resolve, reject) =>
    begin((error, value) => (error === null ? resolve(value as T) : reject(error))),
  );
}
