include "constants.thrift"
include "containers.thrift"
include "deep/base.thrift"
include "middle.thrift"

namespace js torture.services

struct Chunk {
  1: binary data
  2: i64 offset
}

exception Refused {
  1: string reason
}

interaction File {
  base.Size seek(1: i64 delta) throws (1: Refused refused)
  stream<Chunk throws (1: Refused refused)> read(1: i32 bytes = 4096)
  Chunk, stream<binary> readWithFirst()
  sink<Chunk throws (1: Refused refused), i64 throws (1: base.Lost lost)> write() throws (1: base.Gone gone)
  oneway void touch()
}

/** Its calls run one at a time. */
@thrift.Serial
interaction Queue {
  void add(1: containers.Any item)
  i32 count()
}

service Store extends middle.Middle {
  File open(1: string path, 2: bool create = false) throws (1: Refused refused, 2: base.Lost lost)
  File, Chunk openWithFirst(1: string path)
  File, stream<Chunk> openAndRead(1: string path)
  stream<containers.Any> watch(1: constants.Defaults options)
  map<string, list<base.Shape>>, stream<i64 throws (1: base.Lost lost)> watchShapes() throws (1: Refused refused)
  sink<base.Shape, set<base.Color>> collect()
  i32, sink<i64 throws (1: Refused refused), string throws (1: base.Lost lost)> add(1: i32 first)
  sink<string>, stream<base.Color throws (1: Refused refused)> convert(1: map<base.Color, string> names)
  containers.Any echo(1: containers.Any any)
  list<i64> sizes(1: list<base.Size> sizes, 2: set<base.ExactSize> exact)
  /** The only exception that is a result. */
  Refused last()
  void nothing()
  performs Queue
}

/** Extends across three files, and adds nothing. */
service Archive extends Store {}

service Alone {
  constants.Defaults defaults(1: constants.Defaults given = constants.ALL_DEFAULT)
  constants.Choice choose(-1: i32 index, 5: optional constants.Choice choice = constants.CHOICE)
}
