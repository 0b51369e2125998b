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
  }
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
