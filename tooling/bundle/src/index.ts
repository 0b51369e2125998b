/** The portable packages as a browser gets them: bundled, run there, and measured. */
export { bundleFile, needsOf } from "./bundle.ts";
export { findChromium } from "./chromium.ts";
export { type Policy, expected, callIn, callPage } from "./call-in-browser.ts";
export { measureAll } from "./measured.ts";
export { checkSizes } from "./size-table.ts";
