/** A place to listen at or to connect to, and what is spoken there. */
export interface Address {
  readonly place: Place;
  readonly speech: Speech;
}

export type Place = PortPlace | PathPlace;

export interface PortPlace {
  readonly host: string;
  readonly port: number;
  /** Where it is TLS: files with certificates and a key in PEM, and the name that a server must have. */
  readonly tls?: TlsFiles;
  readonly path?: undefined;
}

/** A unix socket. */
export interface PathPlace {
  readonly path: string;
}

export type TlsFiles = Partial<Record<"ca" | "cert" | "key" | "servername", string>>;

export type Speech = ClassicSpeech | RocketSpeech | AnySpeech;

export interface ClassicSpeech {
  readonly dialect: "classic";
  readonly framing: Framing;
  readonly protocol: ProtocolName;
  /** The service's name on the wire, where several share an address (`Service:method`). */
  readonly service?: string;
}

export interface RocketSpeech {
  readonly dialect: "rocket";
  readonly protocol: RocketProtocolName;
}

/** Every dialect that there is, told apart by a connection's first bytes; a client takes framed binary. */
export interface AnySpeech {
  readonly dialect: "any";
}

// The first of each is the default.
export const framings = ["framed", "unframed"] as const;
export type Framing = (typeof framings)[number];

export const protocolNames = ["binary", "compact", "json", "compact-fbthrift"] as const;
export type ProtocolName = (typeof protocolNames)[number];

export const rocketProtocolNames = ["compact", "binary"] as const;
export type RocketProtocolName = (typeof rocketProtocolNames)[number];
