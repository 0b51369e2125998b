/** What is encoded and decoded, as plain values: i64 as numbers, enums as numbers, the map as a `Map`. */
export interface Workloads {
  readonly media: MediaContent;
  readonly points: { readonly points: readonly Point[] };
  readonly i32: { readonly values: readonly number[] };
  readonly map: { readonly counts: ReadonlyMap<string, number> };
  readonly binary: { readonly data: Uint8Array };
}

export type WorkloadName = keyof Workloads;

export interface Image {
  readonly uri: string;
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly size: number;
}

export interface MediaContent {
  readonly image: readonly Image[];
  readonly media: {
    readonly uri: string;
    readonly title: string;
    readonly width: number;
    readonly height: number;
    readonly format: string;
    readonly duration: number;
    readonly size: number;
    readonly bitrate: number;
    readonly persons: readonly string[];
    readonly player: number;
    readonly copyright: string;
  };
}

export interface Point {
  readonly x: number;
  readonly y: number;
  readonly id: number;
  readonly flag: boolean;
  readonly ts: number;
}

// The record of jvm-serializers.
const media: MediaContent = {
  image: [
    { uri: "http://javaone.com/keynote_large.jpg", title: "Javaone Keynote", width: 1024, height: 768, size: 1 },
    { uri: "http://javaone.com/keynote_small.jpg", title: "Javaone Keynote", width: 320, height: 240, size: 0 },
  ],
  media: {
    uri: "http://javaone.com/keynote.mpg",
    title: "Javaone Keynote",
    width: 640,
    height: 480,
    format: "video/mpg4",
    duration: 18_000_000,
    size: 58_982_400,
    bitrate: 262_144,
    persons: ["Bill Gates", "Steve Jobs"],
    player: 0,
    copyright: "None",
  },
};

function point(i: number): Point {
  return { x: i * 1.5, y: -i / 3, id: i, flag: i % 2 === 0, ts: 1_700_000_000_000 + i };
}

export const workloads: Workloads = {
  media,
  points: { points: Array.from({ length: 1000 }, (_, i) => point(i)) },
  i32: { values: Array.from({ length: 10_000 }, (_, i) => (i * 2_654_435_761) | 0) },
  map: { counts: new Map(Array.from({ length: 100 }, (_, i) => [`counter.${i}.total`, i * 1_000_003])) },
  binary: { data: Uint8Array.from({ length: 65_536 }, (_, i) => i * 31) },
};

export const workloadNames: readonly WorkloadName[] = ["media", "points", "i32", "map", "binary"];

export function isWorkloadName(name: string): name is WorkloadName {
  return Object.hasOwn(workloads, name);
}
