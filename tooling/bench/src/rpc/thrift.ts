import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createClient, createConnection, createServer, TBinaryProtocol, TFramedTransport } from "thrift";
import service from "../../fixtures/media-echo.cjs";
import types from "../../fixtures/workloads-types.cjs";
import { workloads } from "../codec/workloads.ts";
import { checkEcho } from "./check-echo.ts";
import type { EchoSubject } from "./echo-subject.ts";

const options = { transport: TFramedTransport, protocol: TBinaryProtocol };

/** Apache's library with its compiler's service; handlers with a callback are its faster kind. */
export const thriftBinary: EchoSubject = {
  async serve() {
    const handler = {
      echo: (content: unknown, result: (error: null, content: unknown) => void) => result(null, content),
    };
    const server = createServer(service, handler, options);
    await once(server.listen(0, "127.0.0.1"), "listening");
    return (server.address() as AddressInfo).port;
  },
  async connect(port) {
    const connection = createConnection("127.0.0.1", port, options);
    await once(connection, "connect");
    const client = createClient(service, connection);
    const content = new types.MediaContent(workloads.media);
    return {
      check: async () => checkEcho(await client.echo(content)),
      call: (answered, failed) => void client.echo(content).then(answered, failed),
    };
  },
};
