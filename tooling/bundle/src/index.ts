/** The portable packages as a browser gets them: bundled, run there, and measured. */
export { bundleFile, checkIsWhole } from "./bundle.ts";
export { findChromium } from "./chromium.ts";
export { callIn, callPage, expectedOutcome } from "./call-in.ts";
export { measureAll } from "./measure-all.ts";
export { checkSizes } from "./size-table.ts";
