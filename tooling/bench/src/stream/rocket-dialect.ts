import type { Dialect } from "@seapink/core";
import { rocket } from "@seapink/dialect-rocket";
import { compact } from "@seapink/protocol-compact";

/** As fbthrift's peers speak it, with all options at their defaults. */
export function rocketDialect(): Dialect {
  return rocket({ protocols: [compact({ variant: "fbthrift" })] });
}
