import type { ApplicationErrorCode } from "@seapink/core";

/** Every code that there is: the type makes sure of it. */
const all: Readonly<Record<ApplicationErrorCode, true>> = {
  unknown: true,
  unknown_method: true,
  invalid_message_type: true,
  wrong_method_name: true,
  bad_sequence_id: true,
  missing_result: true,
  internal_error: true,
  protocol_error: true,
  invalid_transform: true,
  invalid_protocol: true,
  unsupported_client_type: true,
  overloaded: true,
  timed_out: true,
  injected_failure: true,
  checksum_mismatch: true,
  interruption: true,
  quota_exceeded: true,
  declined: true,
  cancelled: true,
  unknown_service: true,
  interaction_lost: true,
  not_found: true,
  permission_denied: true,
  status: true,
};

export const errorCodes: readonly ApplicationErrorCode[] = Object.keys(all) as ApplicationErrorCode[];
