import type { Limits, Scanner } from "@seapink/core";
export class BinaryScanner implements Scanner {
  constructor(_limits: Limits, _acceptOld: boolean) {}
  push(_bytes: Uint8Array): number | undefined {
    return undefined;
  }
}
