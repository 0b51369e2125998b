/** Thrift IDL: text to tree to linked, checked program whose services and types are schema descriptors. */
export {};
