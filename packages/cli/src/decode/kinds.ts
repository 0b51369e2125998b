/** What bytes may be. */
export const kinds = ["framed", "unframed", "theader", "ttheader", "rocket", "rocket-frame", "struct"] as const;
export type Kind = (typeof kinds)[number];

/** What messages and structs may be in. */
export const protocolNames = ["binary", "compact", "compact-fbthrift", "json"] as const;
export type ProtocolName = (typeof protocolNames)[number];
