include "pigment.thrift"
const i32 LIMIT = 5
struct Palette {
  1: pigment.Pigment first
}
