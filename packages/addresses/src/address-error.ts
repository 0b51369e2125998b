/** A mistake in an address, or in what it names: what was given, and what was expected. */
export class AddressError extends Error {
  override readonly name: string = "AddressError";
}

export function wrongAddress(address: string, expected: string, got?: string): AddressError {
  return new AddressError(`${address}: expected ${expected}${got === undefined ? "" : `, got ${got}`}`);
}
