/** Amounts of money. */

enum Currency {
  EUR = 0
  /** No longer in use. */
  DEM = 1 (deprecated = "use EUR")
}

struct Money {
  1: required i64 cents
  2: Currency currency = Currency.EUR
}

/** Two exceptions of the same fields are different all the same. */
exception Refused {
  1: string message
}
