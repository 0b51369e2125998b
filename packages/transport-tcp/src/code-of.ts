/** What the system calls an error, `ECONNREFUSED`; the text of one that has no code. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return "code" in error ? String(error.code) : error.message;
}
