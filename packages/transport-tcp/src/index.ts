/** Lanes over TCP: connect, listen, several dialects on one port. */
export {};
