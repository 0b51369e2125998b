#!/usr/bin/env node
import { runCommand } from "@seapink/addresses/command";
import { outcomeOf } from "./outcome.ts";
import { seapink } from "./seapink.ts";

await runCommand(seapink(), outcomeOf);
