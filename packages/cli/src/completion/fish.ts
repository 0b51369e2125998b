import type { Completed, CompletedCommand, CompletedOption } from "./completed.ts";

/** A script for fish. */
export function fishScript(
  program: string,
  [itself, ...commands]: readonly [CompletedCommand, ...CompletedCommand[]],
): string {
  const complete = `complete -c ${program}`;
  const first = `${complete} -n __fish_use_subcommand`;
  const lines = commands.flatMap((command) => {
    const { name, description, options, arguments: values } = command;
    const inside = `${complete} -n ${quote(`__fish_seen_subcommand_from ${name}`)}`;
    return [
      `${first} -a ${name} -d ${quote(description)}`,
      ...options.map((option) => `${inside}${optionText(program, option)}`),
      ...values
        .map((value) => completedText(program, value))
        .flatMap((text) => (text === "" ? [] : `${inside}${text}`)),
    ];
  });
  const own = itself.options.map((option) => `${first}${optionText(program, option)}`);
  return [
    `# Completion of ${program} for fish: ${program} completion fish | source`,
    namesFunction(program),
    `${complete} -f`,
    ...own,
    ...lines,
    "",
  ].join("\n");
}

function namesFunction(program: string): string {
  return `function __${program}_names
    set -l words (commandline -opc)
    set -l idl (string match -r -- '^[^-].*\\.thrift$' $words)[1]
    test -n "$idl"; and ${program} describe $idl --names $argv 2>/dev/null | string match -r '^[A-Za-z0-9_.]+$'
end`;
}

function optionText(program: string, { flags, description, value }: CompletedOption): string {
  const names = flags.map((flag) => (flag.startsWith("--") ? ` -l ${flag.slice(2)}` : ` -s ${flag.slice(1)}`)).join("");
  const takes = value === undefined ? "" : ` -r${completedText(program, value)}`;
  return `${names}${takes} -d ${quote(description)}`;
}

function completedText(program: string, value: Completed): string {
  if (typeof value !== "string") return ` -a ${quote(value.join(" "))}`;
  switch (value) {
    case "file":
      return " -F";
    case "dir":
      return " -a '(__fish_complete_directories)'";
    case "method":
    case "step":
      return ` -a '(__${program}_names --only=${value}s)'`;
    case "name":
      return ` -a '(__${program}_names)'`;
    case "none":
      return "";
  }
}

function quote(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
