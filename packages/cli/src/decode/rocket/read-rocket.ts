import { type Frame, FrameType, readFrame } from "@seapink/dialect-rocket/internal";
import { reading } from "../broken-bytes.ts";
import { eachFrame } from "../each-frame.ts";
import type { Reading } from "../message.ts";
import { type Part, part, type Region } from "../tree.ts";
import { Fragments } from "./fragments.ts";
import { flagNames, typeName, wordOf } from "./frame-title.ts";
import { u24 } from "./plausible.ts";
import { readContents, RocketState } from "./read-contents.ts";
import { readSetupParts } from "./read-setup.ts";

const form = { lengthBytes: 3, lengthAt: u24 } as const;

/** Reads frames of Rocket behind their lengths of three bytes. */
export function readRocket(region: Region, how: Reading, parts: Part[]): void {
  const connection = new Connection(how);
  eachFrame(region, form, (frame, length) => connection.read(frame, parts, length));
}

/** Reads one frame without a length. */
export function readRocketFrame(region: Region, how: Reading, parts: Part[]): void {
  new Connection(how).read(region, parts, { offset: region.base, size: undefined });
}

/** What frames say of those that follow. */
class Connection {
  readonly #state: RocketState;
  readonly #fragments: Fragments = new Fragments();

  constructor(how: Reading) {
    this.#state = new RocketState(how);
  }

  read(region: Region, parts: Part[], head: FrameHead): void {
    const frame = reading(region, () => readFrame(region.bytes));
    const made = framePart(frame, head);
    parts.push(made);
    if (frame.type === FrameType.setup) return readSetupParts(region, this.#state, made.parts);
    const whole = this.#fragments.push(frame);
    if (whole === undefined) made.parts.push(part("fragment", undefined, fragmentTitle(frame)));
    else
      readContents(
        whole,
        { state: this.#state, locate: (bytes) => locate(region, whole === frame, bytes) },
        made.parts,
      );
  }
}

/** Where a frame begins with its length, and what that says. */
interface FrameHead {
  readonly offset: number | undefined;
  readonly size: number | undefined;
}

function framePart(frame: Frame, { offset, size }: FrameHead): Part {
  const type = typeName(frame.type);
  const flags = flagNames(frame);
  const word = wordOf(frame);
  const words = Object.entries(word).map(([name, value]) => `, ${name} ${String(value)}`);
  const title = `${type}, stream ${frame.streamId}${flags.map((flag) => `, ${flag}`).join("")}${words.join("")}${size === undefined ? "" : `, ${size} bytes`}`;
  return part("frame", offset, title, { type, streamId: frame.streamId, flags, ...word });
}

function fragmentTitle({ metadata, data }: Frame): string {
  return `${metadata.length} bytes of metadata and ${data.length} of data; more of this message follows`;
}

/** Where a view of the frame is in the input; nowhere, if it was joined of several. */
function locate({ bytes, base }: Region, isWhole: boolean, view: Uint8Array): Region {
  const isPlaced = isWhole && base !== undefined && view.buffer === bytes.buffer;
  return { bytes: view, base: isPlaced ? base + view.byteOffset - bytes.byteOffset : undefined };
}
