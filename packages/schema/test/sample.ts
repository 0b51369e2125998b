import { binary } from "@seapink/protocol-binary";
import { decode, encode, field, i64, list, string, struct } from "@seapink/schema";

const Point = struct("Point", [field(1, "label", string, { default: "" }), field(2, "ids", list(i64))]);

const bytes = encode(Point, { label: "here", ids: [1n, 9_007_199_254_740_993n] }, binary());
export const point: unknown = decode(Point, bytes, binary());
