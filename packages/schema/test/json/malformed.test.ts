import { field, i32, list, map, string, struct } from "@seapink/schema";
import { fromJson } from "@seapink/schema/json";
import { describe, expect, test } from "vitest";
import { refusal } from "./refusal.ts";

const type = struct("S", [
  field(1, "s", string),
  field(2, "l", list(i32)),
  field(3, "m", map(string, i32)),
  field(4, "p", map(list(i32), i32)),
]);

describe.each([{}, { unknownFields: "skip" } as const])("with %o", (options) => {
  test.each<[text: string, message: string]>([
    ["", "line 1, column 1: expected a value, got the end of the text"],
    [" \n ", "line 2, column 2: expected a value, got the end of the text"],
    ["{", "line 1, column 2: expected a name in quotes, got the end of the text"],
    ["{}x", 'line 1, column 3: expected the end of the text, got "x"'],
    ["{} {}", 'line 1, column 4: expected the end of the text, got "{"'],
    ["\ufeff{}", 'line 1, column 1: expected a value, got "\ufeff"'],
    ["{s:1}", 'line 1, column 2: expected a name in quotes, got "s"'],
    ["{'s':1}", `line 1, column 2: expected a name in quotes, got "'"`],
    ['{"s" "x"}', 'line 1, column 6: expected ":", got "\\""'],
    ['{"s":"x",}', 'line 1, column 10: expected a name in quotes, got "}"'],
    ['{\n"s":"x"\n"l":[]}', 'line 3, column 1: expected "," or "}", got "\\""'],
    ['{\r\n"l":[1 2]}', 'line 2, column 8: expected "," or "]", got "2"'],
    ['{"l":[1,]}', 'line 1, column 9: expected a value, got "]"'],
    ['{"l":[,1]}', 'line 1, column 7: expected a value, got ","'],
    ['{"l":[1}', 'line 1, column 8: expected "," or "]", got "}"'],
    ['{"l":[1', 'line 1, column 8: expected "," or "]", got the end of the text'],
    ['{"l":[True]}', 'line 1, column 7: expected a value, got "True"'],
    ['{"l":undefined}', 'line 1, column 6: expected a value, got "undefined"'],
    ['{"l":nul}', 'line 1, column 6: expected a value, got "nul"'],
    ['{"l":[🔑]}', 'line 1, column 7: expected a value, got "🔑"'],
    ['{"l":[01]}', 'line 1, column 8: expected "," or "]", got "1"'],
    ['{"l":[-]}', 'line 1, column 8: expected a digit, got "]"'],
    ['{"l":[+1]}', 'line 1, column 7: expected a value, got "+"'],
    ['{"l":[1.]}', 'line 1, column 9: expected a digit, got "]"'],
    ['{"l":[.5]}', 'line 1, column 7: expected a value, got "."'],
    ['{"l":[1e]}', 'line 1, column 9: expected a digit, got "]"'],
    ['{"l":[1e+]}', 'line 1, column 10: expected a digit, got "]"'],
    ['{"l":[0x10]}', 'line 1, column 8: expected "," or "]", got "x10"'],
    ['{"m":{"a":1,"b"}}', 'line 1, column 16: expected ":", got "}"'],
    ['{"p":[[[1],2]', 'line 1, column 14: expected "," or "]", got the end of the text'],
    ['{"s":"x', "line 1, column 8: expected the end of a string, got the end of the text"],
    ['{"s":"x\\"', "line 1, column 10: expected the end of a string, got the end of the text"],
    ['{"s":"x\\', "line 1, column 9: expected the end of a string, got the end of the text"],
    ['{"s":"\n"}', 'line 1, column 7: expected a string whose control characters are escaped, got "\\n"'],
    ['{"s":"\\n\u0001"}', 'line 1, column 9: expected a string whose control characters are escaped, got "\\u0001"'],
    ['{"s":"\\n\\\\\\x"}', 'line 1, column 11: expected an escape such as "\\n" or "\\u00e9", got "\\\\x"'],
    ['{"s":"\\u00g0"}', 'line 1, column 7: expected an escape such as "\\n" or "\\u00e9", got "\\\\u00g0"'],
    ['{"s":"\\u12"}', 'line 1, column 7: expected an escape such as "\\n" or "\\u00e9", got "\\\\u12\\"}"'],
  ])("%j is refused", (text, message) => {
    const error = refusal(() => fromJson(type, text, { ...options, path: "args" }));
    expect(error).toMatchObject({ code: "invalid_data", message, mayHaveRun: false });
    expect(error.path).toMatch(/^args/);
  });
});

test.each([
  '{"other":[{"a":tru}]}',
  '{"other":"\\q"}',
  '{"other":1.}',
  '{"other":[1,]}',
  '{"other":{"a" 1}}',
  '{"other":}',
])("%s is refused where other fields are passed over, since it is no JSON", (text) => {
  expect(refusal(() => fromJson(type, text, { unknownFields: "skip" })).message).toMatch(
    /^line 1, column \d+: expected /,
  );
});
