import { Flag, type LoggedFrame, type Sender, Type } from "./frame-log.ts";

/** What holds of every connection, whatever passes over it. Returns what is broken, in words. */
export function brokenLaws(frames: readonly LoggedFrame[]): readonly string[] {
  const requests = frames.filter(isRequest);
  return [
    ...beginnings(frames),
    ...(requests.every(({ from, streamId }) => from === "client" && streamId % 2 === 1)
      ? []
      : ["expected requests of the client on odd streams"]),
    ...frames.filter(({ flags }) => (flags & 0x1f) !== 0).map(({ type }) => `expected no such flags on type ${type}`),
    ...requests.flatMap(({ streamId }) => {
      const ofStream = frames.filter((frame) => frame.streamId === streamId);
      return [...overdrawn(ofStream, "server"), ...overdrawn(ofStream, "client"), ...behindEnd(ofStream)];
    }),
  ];
}

export function isRequest({ type }: LoggedFrame): boolean {
  return type >= Type.requestResponse && type <= Type.requestChannel;
}

/** Each message begins with one frame; the others are its fragments. */
function beginsMessage(frame: LoggedFrame, before: LoggedFrame | undefined): boolean {
  return before === undefined || (before.flags & Flag.follows) === 0 || frame.type !== Type.payload;
}

function beginnings(frames: readonly LoggedFrame[]): readonly string[] {
  const broken: string[] = [];
  if (frames.find(({ from }) => from === "client")?.type !== Type.setup)
    broken.push("expected the client to begin with SETUP");
  // Go may answer SETUP behind the first response.
  if (!frames.some(({ from, type, streamId }) => from === "server" && type === Type.metadataPush && streamId === 0))
    broken.push("expected the server to answer SETUP with METADATA_PUSH");
  return broken;
}

/** How many items of one side were under way beyond what the other had asked for. */
function overdrawn(frames: readonly LoggedFrame[], sender: Sender): readonly string[] {
  const [request] = frames;
  if (request === undefined || request.type < Type.requestStream) return [];
  const least = Math.min(...creditsOf(frames, sender));
  // C++ counts the first response of bidi apart from its items.
  const isBidi = request.type === Type.requestChannel && sender === "server";
  return least < (isBidi ? -1 : 0)
    ? [`expected the ${sender} to send no more than it was asked for, got ${-least} more`]
    : [];
}

/** How many items the sender might have sent, before and after each frame of a stream or channel. */
export function creditsOf(frames: readonly LoggedFrame[], sender: Sender): readonly number[] {
  let credits = 0;
  let before: LoggedFrame | undefined;
  return frames.map((frame) => {
    if (frame.from !== sender && (frame.type === Type.requestN || (isRequest(frame) && sender === "server")))
      credits += frame.word;
    if (frame.from === sender && frame.type === Type.payload) {
      const isItem = (frame.flags & Flag.next) !== 0 && beginsMessage(frame, before);
      if (isItem) credits--;
    }
    if (frame.from === sender) before = frame;
    return credits;
  });
}

/** Whoever has said that nothing follows sends no more items. */
function behindEnd(frames: readonly LoggedFrame[]): readonly string[] {
  return (["client", "server"] as const).flatMap((sender) => {
    const sent = frames.filter(({ from }) => from === sender);
    const end = sent.findIndex((frame) => endsHalf(frame) && !isRequest(frame));
    const later = end < 0 ? [] : sent.slice(end + 1).filter(({ type }) => type === Type.payload || type === Type.error);
    return later.length === 0 ? [] : [`expected nothing of the ${sender} behind its end, got ${later.length} frames`];
  });
}

function endsHalf({ type, flags }: LoggedFrame): boolean {
  return type === Type.error || (type === Type.payload && (flags & Flag.complete) !== 0);
}
