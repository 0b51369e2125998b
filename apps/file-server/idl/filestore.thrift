include "fileserver.thrift"

/** What a folder has at some name: a file, or another folder. */
struct Entry {
  1: string name;
  2: i64 size;
  /** Seconds since 1970. */
  3: i64 modifiedTime;
  4: bool isDirectory;
}

/** A file that was read or written to its end. */
struct Checksum {
  1: fileserver.FileInfo info;
  /** In hexadecimal. */
  2: string sha256;
}

/** There is no file or folder at that path. */
exception NotFound {
  1: string path;
}

/** The path is none that the server serves, or what is there is neither file nor folder. */
exception Refused {
  1: string path;
  2: string reason;
}

/** The file could not be written to its end; what was there before still is. */
exception NotWritten {
  1: string path;
  2: string reason;
}

/** What a file server needs besides reading. */
service FileStore extends fileserver.FileServer {
  /** What is in a folder, in no order. The folder itself is `.`. */
  stream<Entry> list(1: string path) throws (1: NotFound notFound, 2: Refused refused);

  /** Writes a file: all of it, or nothing. The folder must be there; a file of that name is replaced at the end. */
  sink<binary, Checksum throws (1: NotFound notFound, 2: Refused refused, 3: NotWritten notWritten)> write(
    1: string path,
  );

  Checksum checksum(1: string path) throws (1: NotFound notFound, 2: Refused refused);
}
