/** The Thrift compact protocol, in both variants. */
export {};
