/** No total of that key. */
exception NotFoundError {
  1: string key
}

service Counter {
  i64 add(1: string key, 2: i64 by) throws (1: NotFoundError gone)
}
