import { memoryLanes } from "@seapink/transport-memory";

const [near, far] = memoryLanes({ kind: "frames" });
export const text: Promise<string> = new Promise((resolve, reject) => {
  far.listen({ data: (bytes) => resolve(new TextDecoder().decode(bytes)), drained: () => undefined, end: reject });
});
near.out.raw(new TextEncoder().encode("hello"));
near.commit();
