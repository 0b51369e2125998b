import type { Socket } from "node:net";
import {
  type Channel,
  type Conversation,
  type Dialect,
  type Handler,
  type Lane,
  type LaneInfo,
  type ThriftError,
  TransportError,
} from "@seapink/core";
import { callBack } from "./call-back.ts";
import { candidates } from "./choose-dialect.ts";
import { couldNotBegin } from "./could-not-begin.ts";
import { Detector } from "./detector.ts";
import { laneInfo, type Proof } from "./lane-info.ts";
import { resetSocket } from "./reset-socket.ts";
import { socketLane } from "./socket-lane.ts";

/** A connection that a server took. */
export interface Accepted {
  readonly info: LaneInfo;
  /** The dialect that claimed it. */
  readonly dialect: Dialect;
  /** `close()` ends it; `closing` is aborted when it has ended; `handle` calls the client, where the dialect can. */
  readonly channel: Channel;
}

/** What all connections of a server share. */
export interface Serving {
  readonly handler: Handler;
  readonly dialects: readonly Dialect[];
  readonly conversation: Conversation;
  /** Of a unix socket, whose clients have none of their own. */
  readonly address: string | undefined;
  readonly onConnection: ((accepted: Accepted) => void) | undefined;
}

/** A connection from its beginning on: first nobody knows its dialect, then it is a channel. */
export class Connection {
  readonly #socket: Socket;
  readonly #proof: Proof | undefined;
  readonly #serving: Serving;
  readonly #info: LaneInfo;
  readonly #detector: Detector;
  #lane: Lane | undefined;
  #channel: Channel | undefined;

  constructor(socket: Socket, proof: Proof | undefined, serving: Serving) {
    this.#socket = socket;
    this.#proof = proof;
    this.#serving = serving;
    this.#info = laneInfo(socket, proof, serving.address);
    // What breaks before there is a lane shows as `close`.
    socket.on("error", () => undefined);
    this.#detector = new Detector(socket, {
      dialects: candidates(serving.dialects, this.#info.alpn),
      info: this.#info,
      timeoutMs: serving.conversation.limits.detectTimeoutMs,
      found: (dialect) => this.#accept(dialect),
      failed: (error) => this.#refuse(error),
    });
  }

  #accept(dialect: Dialect): void {
    const { handler, conversation, address } = this.#serving;
    const onError = (error: unknown): void => conversation.onError(error, undefined);
    const lane = socketLane(this.#socket, { limits: conversation.limits, onError, proof: this.#proof, address });
    this.#lane = lane;
    try {
      this.#channel = dialect.accept(lane, handler, conversation);
    } catch (cause) {
      conversation.onError(cause, undefined);
      return lane.close(couldNotBegin(dialect, cause));
    }
    this.#tell(dialect, this.#channel);
  }

  #tell(dialect: Dialect, channel: Channel): void {
    const { onConnection, conversation } = this.#serving;
    callBack(
      () => onConnection?.({ info: this.#info, dialect, channel }),
      (error) => conversation.onError(error, undefined),
    );
  }

  #refuse(error: TransportError | undefined): void {
    resetSocket(this.#socket);
    if (error !== undefined) this.#serving.conversation.onError(error, undefined);
  }

  /** Ends in order what is in use, and at once what is not. */
  drain(): void {
    if (this.#channel === undefined) this.cut(new TransportError("not_open", "the server is closing"));
    else this.#channel.close().catch((error: unknown) => this.#serving.conversation.onError(error, undefined));
  }

  /** Ends it now. */
  cut(error: ThriftError): void {
    this.#detector.stop();
    if (this.#lane === undefined) resetSocket(this.#socket);
    else this.#lane.close(error);
  }
}
