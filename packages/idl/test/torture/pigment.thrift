struct Pigment {
  1: i32 tone
}
