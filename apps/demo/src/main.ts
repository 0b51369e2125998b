// NOTE: a stand-in until the key-value server can be started; it has the command line and the signals of the demo.
if (!process.argv.includes("--once")) {
  const idle = setInterval(() => undefined, 60_000);
  const stop = (): void => clearInterval(idle);
  // Not `once`: a terminal's Ctrl-C arrives a second time through npm, and would then end the process at once.
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  console.error("nothing to serve yet");
}
