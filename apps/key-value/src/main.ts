// NOTE: a stand-in until the key-value store is written.
console.error("expected the key-value store, which is not written yet");
process.exitCode = 2;
