/** The JSON mapping of values, the same wherever JSON is shown or read: by the names of the IDL, and exact. */
export {};
