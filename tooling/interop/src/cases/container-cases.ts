import type { Case } from "../case.ts";
import type { Plain } from "../plain.ts";

/** For each type what stands in containers of it; the first half of a field's name in `lab.thrift`. */
const samples: Readonly<Record<string, readonly Plain[]>> = {
  bool: [true, false],
  i8: [-128, 0, 127],
  i16: [-32768, 0, 32767],
  i32: [-2147483648, -1, 0, 2147483647],
  i64: ["-9223372036854775808", "-1", "0", "9007199254740993", "9223372036854775807"],
  double: [0.1, -1e300, 5e-324, 2, "NaN", "Infinity", "-Infinity"],
  string: ["", "a", "é\u{1f30a}", '"\\'],
  binary: ["", "AA==", "/////w=="],
  enum: [0, 2, 2147483647, -5],
  struct: [{ x: 1, y: -1 }, {}, { y: 7 }],
  list: [[], [1], [-1, 1]],
  set: [[], [3], [4, 5]],
  map: [
    [],
    [[1, 2]],
    [
      [3, 4],
      [5, 6],
    ],
  ],
};

const containers: Readonly<Record<string, (values: readonly Plain[]) => Plain>> = {
  list: (values) => values,
  set: (values) => values,
  key: (values) => values.map((value, i) => [value, i]),
  value: (values) => values.map((value, i) => [i, value]),
  nested: (values) => [values, [], values.slice(1)],
};

/** Each type as element of a list and a set, as key and value of a map, and in lists of lists. */
export const containerCases: readonly Case[] = Object.entries(samples).flatMap(([type, values]) =>
  Object.entries(containers).map(([container, fill]) => {
    const thing = { [`${type}_${container}`]: fill(values) };
    return {
      name: `${container}-of-${type}`,
      service: "Lab",
      method: "see",
      args: { value: thing },
      expected: { sees: thing },
    };
  }),
);
