/** Frames of Rocket, each with the length before it, in hexadecimal as `bytes` of `testing` reads it. */
export interface RocketVector {
  readonly name: string;
  readonly hex: string;
  readonly by: "client" | "server";
  /** What it is about. */
  readonly section: "setup" | "call" | "interaction" | "stream" | "sink" | "error" | "keepalive";
  /**
   * `go`: fbthrift's Go client or server was seen to write it. `rules`: composed by the rules of C++; those of the client
   * were accepted by the Go server.
   */
  readonly from: "go" | "rules";
}

type Row = readonly [name: string, hex: string];

function group(
  by: RocketVector["by"],
  section: RocketVector["section"],
  from: RocketVector["from"],
  rows: readonly Row[],
): readonly RocketVector[] {
  return rows.map(([name, hex]) => ({ name, hex, by, section, from }));
}

const compactMime = "6170706c69636174696f6e2f782d726f636b65742d6d657461646174612b636f6d70616374";

export const vectors: readonly RocketVector[] = [
  ...group("client", "setup", "rules", [
    [
      "SETUP of versions 8 to 10",
      `000067 00000000 0500 0001 0000 7fffffff 7fffffff
       25 ${compactMime}
       1c 6170706c69636174696f6e2f782d726f636b65742d7061796c6f6164
       00000f f09f9a80 35 10 15 14 5c 18 02 7473 00 00`,
    ],
  ]),
  ...group("server", "setup", "rules", [
    ["the answer to SETUP, with zstd and without lz4", "00000d 00000000 3100  1c 15 14 11 32 00 00"],
  ]),
  ...group("client", "setup", "go", [
    [
      "SETUP of version 8, with another MIME type of data",
      `000057 00000000 0500 0001 0000 00007530 0036ee80 25 ${compactMime}
       12 6170706c69636174696f6e2f62696e617279 000009 f09f9a80 35 10 15 10 00`,
    ],
  ]),
  ...group("server", "setup", "go", [["the answer of version 8", "00000c 00000000 3100 1c 15 10 11 00 00"]]),
  ...group("client", "interaction", "rules", [
    [
      "a factory with a timeout and a header",
      `000033 00000001 1100 000025
       15 04  18 04 6f70656e  15 00  25 d00f  3b 01 88 01 6b 01 76  9c 16 02 18 0a 46696c65416363657373 00  00
       18 02 2f78 00`,
    ],
    [
      "a method of an interaction",
      `000024 00000003 1100 000018  15 04 18 0f 46696c654163636573732e7365656b 15 00 d6 02 00  15 0a 00`,
    ],
    ["the end of an interaction", "00000b 00000000 3100  1c 16 02 00 00"],
  ]),
  ...group("server", "call", "rules", [
    ["a result without a value", "00000f 00000001 2960 000005  7c 1c 00 00 00  00"],
    ["a result", "000012 00000003 2960 000005  7c 1c 00 00 00  06 00 0a 00"],
    [
      "a declared exception",
      `00002b 00000007 2960 00001b  7c 2c 18 0a 4e6f5375636846696c65 18 04 676f6e65 1c 1c 00 00 00 00 00
       1c 18 02 2f7a 00 00`,
    ],
    [
      "an undeclared exception",
      "000023 00000009 2960 00001a  7c 2c 18 05 4572726f72 18 04 626f6f6d 1c 6c 1c 25 02 00 00 00 00 00 00",
    ],
  ]),
  ...group("client", "stream", "rules", [
    [
      "a stream is asked for",
      `000028 00000005 1900 00000065 000018
       15 04 18 0f 46696c654163636573732e72656164 15 08 d6 02 00  15 04 00`,
    ],
    ["more items are asked for", "00000a 00000005 2000 00000032"],
    ["a stream is cancelled", "000006 00000005 2400"],
  ]),
  ...group("server", "stream", "rules", [
    ["a first response with its stream id", "000011 00000005 2920 000007  7c 1c 00 00 25 0a 00  00"],
    ["an item", "000014 00000005 2920 000005  3c 1c 00 00 00  08 00 02 00ee 00"],
    ["the end of a stream", "000006 00000005 2840"],
  ]),
  ...group("server", "error", "rules", [
    [
      "an unknown interaction",
      `000041 0000000b 2c00 00000204  18 16 554e4b4e4f574e5f494e544552414354494f4e5f4944
       18 18 496e76616c696420696e746572616374696f6e2069642039 15 02 15 1c 00`,
    ],
  ]),
  ...group("client", "keepalive", "rules", [["a question", "00000e 00000000 0c80 0000000000000000"]]),
  ...group("server", "keepalive", "rules", [["its echo", "00000e 00000000 0c00 0000000000000000"]]),
  ...group("client", "call", "go", [
    [
      "a call with headers",
      `00003d 00000001 1100 000027 15 04 18 04 73746174 15 00
       5b 02 88 0a 69645f76657273696f6e 01 31 08 6964656e74697479 00 65 00 00  18 0a 2f6574632f686f737473 00`,
    ],
  ]),
  ...group("server", "call", "go", [
    [
      "a result with a load",
      "000024 00000001 2960 000013 3b 01 88 04 6c6f6164 03 353030 35 00 1c 1c 00 00 00  0c 00 16 14 16 02 00 00",
    ],
    [
      "an undeclared exception with its name in headers",
      `000060 00000005 2960 000057
       3b 03 88 04 75657877 05 6b61707574 04 6c6f6164 03 353030 03 756578 0b 6572726f72537472696e67
       35 00 1c 2c 18 14 4170706c69636174696f6e457863657074696f6e 18 05 6b61707574
       1c 6c 1c 15 00 15 00 15 00 00 00 00 00 00 00`,
    ],
  ]),
  ...group("client", "interaction", "go", [
    [
      "a factory",
      `000045 0000000b 1100 000037 15 04 18 04 6f70656e 15 00
       5b 02 88 0a 69645f76657273696f6e 01 31 08 6964656e74697479 00 65 00
       3c 16 04 18 0a 46696c65416363657373 00 00  18 02 2f78 00`,
    ],
    [
      "a method of an interaction, with headers",
      `000040 0000000d 1100 000034 15 04 18 0f 46696c654163636573732e7365656b 15 00
       5b 02 88 08 6964656e74697479 00 0a 69645f76657273696f6e 01 31 65 00 26 04 00  15 0a 00`,
    ],
    ["the end of another interaction", "00000b 00000000 3100 1c 16 04 00 00"],
  ]),
  ...group("server", "interaction", "go", [
    ["the answer of a factory", "00001d 0000000b 2960 000013 3b 01 88 04 6c6f6164 03 353030 35 00 1c 1c 00 00 00  00"],
    [
      "the answer of a method of an interaction",
      "000020 0000000d 2960 000013 3b 01 88 04 6c6f6164 03 353030 35 00 1c 1c 00 00 00  06 00 0a 00",
    ],
  ]),
  ...group("client", "stream", "go", [
    [
      "a stream is asked for without flow control",
      `000044 00000013 1900 7fffffff 000034 15 04 18 0f 46696c654163636573732e72656164 15 08
       5b 02 88 0a 69645f76657273696f6e 01 31 08 6964656e74697479 00 65 00 26 04 00  15 04 00`,
    ],
  ]),
  ...group("server", "stream", "go", [
    ["a first response", "00001b 00000013 2920 000011 3b 01 88 04 6c6f6164 01 30 35 00 1c 1c 00 00 00  00"],
    ["the first item", "000016 00000013 2920 000007 15 00 2c 1c 00 00 00  08 00 02 00ee 00"],
    ["the second item", "000016 00000013 2920 000007 15 00 2c 1c 00 00 00  08 00 02 01ee 00"],
    ["the end of a stream, alone", "000006 00000013 2840"],
    [
      "a declared exception of a stream",
      `000046 0000001d 2920 000036 15 00 2c 2c 18 0a 4e6f5375636846696c65
       18 15 4e6f5375636846696c65287b506174683a31337d29 1c 1c 1c 15 00 15 00 15 00 00 00 00 00 00 00
       1c 18 02 3133 00 00`,
    ],
    ["the end behind a declared exception", "000006 0000001d 2840"],
  ]),
  ...group("server", "sink", "go", [
    ["a sink's items are asked for", "00000a 00000015 2000 7fffffff"],
    ["a final response", "000014 00000015 2960 000007 15 00 2c 1c 00 00 00  06 00 0a 00"],
  ]),
  ...group("client", "sink", "go", [
    ["the first item of a sink", "000017 00000015 2920 000007 15 00 2c 1c 00 00 00  08 00 03 616263 00"],
    ["the second item of a sink", "000016 00000015 2920 000007 15 00 2c 1c 00 00 00  08 00 02 6465 00"],
    ["the end of a sink", "000006 00000015 2840"],
  ]),
  ...group("server", "error", "go", [
    [
      "an unknown interaction as text",
      "000023 00000017 2c00 00000201 756e6b6e6f776e20696e746572616374696f6e2069643a2032",
    ],
  ]),
];

/** A frame without the length before it. */
export function vectorNamed(name: string): RocketVector {
  const vector = vectors.find((vector) => vector.name === name);
  if (vector === undefined) throw new RangeError(`no such vector: ${name}`);
  return vector;
}
