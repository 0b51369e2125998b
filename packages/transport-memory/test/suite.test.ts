import { TransportError } from "@seapink/core";
import { laneSuite, type MakeLanePair } from "@seapink/testing";
import { memoryLanes } from "@seapink/transport-memory";

const pair: MakeLanePair = async (limits) => {
  const lanes = memoryLanes({ limits });
  const vanish = (): void => lanes[1].close(new TransportError("closed", "gone"));
  return { lanes, showsBreaks: true, vanish, released: () => Promise.resolve() };
};

laneSuite("a memory lane", pair);
