/** Types of frames (RSocket protocol, § Frame Types). LEASE, RESUME and RESUME_OK are not of Rocket. */
export const FrameType = {
  setup: 0x01,
  keepAlive: 0x03,
  requestResponse: 0x04,
  requestFnf: 0x05,
  requestStream: 0x06,
  requestChannel: 0x07,
  requestN: 0x08,
  cancel: 0x09,
  payload: 0x0a,
  error: 0x0b,
  metadataPush: 0x0c,
  ext: 0x3f,
} as const;
export type FrameType = (typeof FrameType)[keyof typeof FrameType];

/** Flags of frames; what a bit means depends on the type. The five low bits mean nothing. */
export const Flag = {
  /** EXT: may be ignored. */
  ignore: 0x200,
  metadata: 0x100,
  /** Requests and PAYLOAD: more fragments follow; SETUP: a resume token; KEEPALIVE: please echo. */
  follows: 0x080,
  resume: 0x080,
  respond: 0x080,
  /** The end of this direction. */
  complete: 0x040,
  /** PAYLOAD carries an item. */
  next: 0x020,
} as const;

/** Codes of ERROR frames (RSocket protocol, § Error Codes). Those below 0x200 are of the connection. */
export const ErrorCode = {
  invalidSetup: 0x001,
  unsupportedSetup: 0x002,
  rejectedSetup: 0x003,
  connectionError: 0x101,
  connectionClose: 0x102,
  applicationError: 0x201,
  rejected: 0x202,
  canceled: 0x203,
  invalid: 0x204,
} as const;
