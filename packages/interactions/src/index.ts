/** Remote objects with a life: created by a call, called in order, ended exactly once. */
export {};
