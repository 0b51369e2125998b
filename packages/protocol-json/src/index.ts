/** The Thrift JSON protocol. */
export {};
