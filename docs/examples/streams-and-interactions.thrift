exception NotFound {
  1: string page
}

struct Info {
  1: i32 lines
}

interaction Reader {
  i32 skip(1: i32 lines)
  stream<string> read()
}

interaction Draft {
  i32 add(1: string line)
}

service Notebook {
  stream<string> read(1: string name) throws (1: NotFound notFound)
  Info, stream<string> readWithInfo(1: string name)
  sink<string, Info> upload(1: string name)
  Info, sink<string, Info> append(1: string name)
  sink<string>, stream<string> shout()
  Reader open(1: string name) throws (1: NotFound notFound)
  Reader, Info openWithInfo(1: string name)
  Reader, stream<string> openAndRead(1: string name)
  performs Draft
}
