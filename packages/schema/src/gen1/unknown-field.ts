/** What a union is when a newer peer has sent a field of it that is not known here. It can be read, and not be sent. */
export interface UnknownField {
  field: undefined;
  value?: undefined;
}
