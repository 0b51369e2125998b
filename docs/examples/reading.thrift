exception NotFound {
  1: string page
}

interaction Reader {
  i32 skip(1: i32 lines)
  stream<string> read()
}

service Library {
  Reader open(1: string page) throws (1: NotFound notFound)
}
