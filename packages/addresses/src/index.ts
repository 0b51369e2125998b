/**
 * One notation for any service anywhere, `rocket://127.0.0.1:9090`: read it, write it, listen there, connect to it. For
 * programs that are given addresses by their users; libraries take explicit dialects and transports.
 */
export type {
  Address,
  AnySpeech,
  ClassicSpeech,
  Framing,
  PathPlace,
  Place,
  PortPlace,
  ProtocolName,
  RocketProtocolName,
  RocketSpeech,
  Speech,
  TlsFiles,
} from "./address.ts";
export { AddressError } from "./address-error.ts";
export { connectTo, type ConnectToOptions } from "./connect-to.ts";
export { formatAddress } from "./format-address.ts";
export { type Listening, listenOn, type ListenOnOptions } from "./listen-on.ts";
export { addressForms, parseAddress } from "./parse-address.ts";
export { protocolOf } from "./protocol-of.ts";
