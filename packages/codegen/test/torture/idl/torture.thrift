/** Everything that the generator must bear. */
include "constants.thrift"
include "containers.thrift"
include "services.thrift"
include "words/word_structs.thrift"
include "words/word_values.thrift"
include "words/word_constants.thrift"
include "words/word_services.thrift"

namespace js torture

/** One of each file. */
struct Everything {
  1: optional constants.Defaults defaults
  2: optional containers.Any any
  3: optional services.Chunk chunk
  4: optional word_structs.Fields fields
  5: optional word_values.Arms arms
}

service Everywhere extends services.Archive {
  Everything all(1: Everything everything) throws (1: word_values.Unlike unlike, 2: word_values.Alike alike, 3: word_values.Fields fields)
}
