/** Typed Thrift clients and servers over a Handler: binding, context, deadlines, filters, reconnecting, balancing. */
export {};
