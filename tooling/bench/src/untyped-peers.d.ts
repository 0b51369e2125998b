declare module "thrift" {
  export class TBufferedTransport {
    constructor(buffer: undefined, onFlush: (message: Buffer) => void);
    flush(): void;
  }
  export class TFramedTransport {
    constructor(buffer: Buffer);
    isOpen(): boolean;
  }
  export class TBinaryProtocol {
    constructor(transport: TBufferedTransport | TFramedTransport);
    flush(): void;
    writeMessageBegin(name: string, type: number, seqid: number): void;
    writeMessageEnd(): void;
    readMessageBegin(): object;
    readMessageEnd(): void;
  }
  export class TCompactProtocol extends TBinaryProtocol {}
  export class TJSONProtocol extends TBinaryProtocol {}

  interface Options {
    readonly transport: typeof TFramedTransport;
    readonly protocol: typeof TBinaryProtocol;
  }

  export function createServer(
    service: { readonly Processor: new (handler: object) => object },
    handler: object,
    options: Options,
  ): import("node:net").Server;
  export function createConnection(host: string, port: number, options: Options): import("node:events").EventEmitter;
  export function createClient<T>(
    service: { readonly Client: new () => T },
    connection: import("node:events").EventEmitter,
  ): T;
}

declare module "thriftrw" {
  export interface ThriftStruct {
    toBuffer(value: unknown): Buffer;
    fromBuffer(bytes: Buffer): unknown;
  }
  export class Thrift {
    constructor(options: { source: string; strict?: boolean });
    getType(name: string): ThriftStruct;
  }
}

declare module "thriftrw/thrift-idl.js" {
  const idl: { parse(text: string): { readonly definitions: readonly unknown[] } };
  export = idl;
}
