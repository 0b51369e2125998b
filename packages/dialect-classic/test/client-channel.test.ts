import { TransportError } from "@seapink/core";
import { framed } from "@seapink/dialect-classic";
import { binary } from "@seapink/protocol-binary";
import { HandLane, bytes } from "@seapink/testing";
import { expect, test } from "vitest";
import { callOf } from "./call.ts";
import { failure } from "./failure.ts";
import { clientSide, conversation } from "./peer.ts";

const dialect = framed({ protocols: [binary()] });

function frame(text: string): Uint8Array {
  const message = bytes(text);
  return Uint8Array.of(0, 0, message.length >> 8, message.length, ...message);
}

/** A message to `ping` with an empty struct. */
function message(type: number, seqid: string, name = "00000004 70696e67"): Uint8Array {
  return frame(`8001000${type} ${name} ${seqid} 00`);
}

test.each([
  ["the name of another method", message(2, "00000001", "00000004 706f6e67"), "wrong_method_name"],
  ["a service that was not called", message(2, "00000001", "00000008 4c61623a 70696e67"), "wrong_method_name"],
  ["the type of a call", message(1, "00000001"), "invalid_message_type"],
  ["the type of a oneway call", message(4, "00000001"), "invalid_message_type"],
])("an answer with %s fails its call, and the connection goes on", async (_, answer, code) => {
  const { peer, channel, errors } = await clientSide(dialect);
  const failed = failure(channel.handle(callOf("ping")));
  peer.send(answer);
  expect(await failed).toMatchObject({ code, mayHaveRun: true });
  const next = channel.handle(callOf("ping"));
  peer.send(message(2, "00000002"));
  expect((await next)?.exception).toBeUndefined();
  expect(errors).toEqual([]);
});

test("answers with sequence ids that nobody waits for are ignored", async () => {
  const { peer, channel, errors } = await clientSide(dialect);
  const reply = channel.handle(callOf("ping"));
  for (const seqid of ["00000000", "00000002", "ffffffff", "80000001"]) peer.send(message(2, seqid));
  peer.send(message(2, "00000001"));
  peer.send(message(2, "00000001"));
  expect(await reply).toBeDefined();
  const next = channel.handle(callOf("ping"));
  peer.send(message(2, "00000002"));
  expect(await next).toBeDefined();
  expect(errors).toEqual([]);
});

test.each([
  ["a frame of 2 GiB", "7fffffff", "frame_too_large"],
  ["a negative length", "80000000", "negative_size"],
  ["an empty frame", "00000000", "invalid_data"],
  ["a message of another protocol", "00000004 82210100", "bad_version"],
  ["a message type that is none", "00000011 80010009 00000004 70696e67 00000001 00", "invalid_data"],
  ["a name of a negative length", "0000000c 80010002 ffffffff 00000001", "negative_size"],
  ["a name of 1 MB", `000f4240 80010002 000f4200 ${"61".repeat(999_992)}`, "size_limit"],
])("%s closes the lane, is reported, and is the cause of what fails", async (_, text, code) => {
  const { peer, channel, errors } = await clientSide(dialect);
  const failures = [failure(channel.handle(callOf("ping"))), failure(channel.handle(callOf("ping")))];
  peer.send(bytes(text));
  await peer.ended;
  expect(errors).toMatchObject([{ code }]);
  for (const failed of failures)
    expect(await failed).toMatchObject({ code: "closed", mayHaveRun: true, cause: errors[0] });
});

test("of calls that are lost, those may have run that had left whole", async () => {
  const lane = new HandLane();
  const channel = await dialect.connect(lane, conversation([]));
  const left = failure(channel.handle(callOf("left")));
  lane.out.take();
  const waiting = failure(channel.handle(callOf("waiting")));
  lane.listener.end(new TransportError("closed", "the cable broke"));
  expect([(await left).mayHaveRun, (await waiting).mayHaveRun]).toEqual([true, false]);
});
