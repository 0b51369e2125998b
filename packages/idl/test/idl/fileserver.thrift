// A file server with an interaction.
struct FileInfo {
  1: i64 size;
  2: i64 modifiedTime;
}

// Define an interaction with methods
interaction FileAccess {
  i64 /*offset*/ seek(1: i32 delta);
  stream<binary> /*chunk stream*/ read(1: i32 bytes);
}

service FileServer {
  // Creates a FileAccess interaction (no initial response)
  FileAccess open(1: string path);

  // Creates a FileAccess interaction (with initial response - FileInfo)
  // Note: Interaction is always the leftmost return value
  FileAccess, FileInfo openAndStat(1: string path);

  // Regular non-interaction method
  FileInfo stat(1: string filePath);
}
