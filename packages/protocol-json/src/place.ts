/** Where a value stands, which says what is before it, and, for a key, that it is in quotes. */
export const Place = {
  /** In a field, or at the top: nothing. */
  alone: 0,
  /** In a list or set: a comma, since the size is before the first. */
  item: 1,
  /** The first key of a map: nothing. */
  firstKey: 2,
  /** A value of a map: a colon. */
  value: 3,
  /** A further key of a map: a comma. */
  key: 4,
} as const;

export type Place = (typeof Place)[keyof typeof Place];

/** Where the value after the one at this place stands. */
export const nextPlace: readonly Place[] = [Place.alone, Place.item, Place.value, Place.key, Place.value];
