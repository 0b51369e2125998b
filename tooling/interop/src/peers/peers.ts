import { thriftNode } from "./node.ts";
import type { Peer } from "./peer.ts";
import { thriftPython, thriftPythonC, thriftPythonNew } from "./python.ts";
import { seapink } from "./seapink.ts";

/** All peers, in the order in which they are tried. */
export const peers: readonly Peer[] = [seapink, thriftNode, thriftPython, thriftPythonC, thriftPythonNew];
