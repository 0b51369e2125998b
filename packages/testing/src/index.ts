/** Exported test suites that every protocol, lane and dialect runs, with tables, vectors and a byte splitter. */
export {};
