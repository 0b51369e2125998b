import type { Completed, CompletedCommand } from "./completed.ts";

/** A script for bash, 3.2 and later. Words of addresses, which bash takes apart at their colons, count as one. */
export function bashScript(program: string, commands: readonly [CompletedCommand, ...CompletedCommand[]]): string {
  const subcommands = commands.slice(1);
  return `# Completion of ${program} for bash: eval "$(${program} completion bash)"
_${program}() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" word command="" idl="" kind="" only="" position=0 i glued=""
  COMPREPLY=()
  for ((i = 1; i + 1 < \${#COMP_WORDS[@]}; i++)); do
    if [[ \${COMP_WORDS[i]} == "--idl" ]]; then idl=\${COMP_WORDS[i + 1]}; fi
  done
  for ((i = 1; i < COMP_CWORD; i++)); do
    word="\${COMP_WORDS[i]}"
    if [[ $word == "=" ]]; then continue; fi
    if [[ $word == ":" ]]; then glued=1; continue; fi
    if [[ -n $glued ]]; then glued=""; continue; fi
    if [[ -n $kind ]]; then
      kind=""
    elif [[ $word == -* ]]; then
      case "$command $word" in
${cases(commands.flatMap(optionCases))}
      esac
    elif [[ -z $command ]]; then
      command=$word
    else
      if [[ -z $idl && $word == *.thrift ]]; then idl=$word; fi
      position=$((position + 1))
    fi
  done
  if [[ -n $glued ]]; then return; fi
  if [[ $cur == "=" ]]; then cur=""; fi
  if [[ -z $kind && $cur == -* ]]; then
    case "$command" in
${cases(commands.map(({ name, options }) => [[name], options.flatMap(({ flags }) => flags)]))}
    esac
  elif [[ -z $kind && -z $command ]]; then
    kind=${quoted(subcommands.map(({ name }) => name))}
  elif [[ -z $kind ]]; then
    case "$command $position" in
${cases(subcommands.flatMap(argumentCases))}
    esac
  fi
${offers}}
complete -F _${program} ${program}
`;
}

/** What is offered of a kind. */
const offers = `  case "$kind" in
    words:*)
      COMPREPLY=($(compgen -W "\${kind#words:}" -- "$cur"))
      for word in "\${COMPREPLY[@]}"; do
        if [[ $word == */ ]]; then compopt -o nospace 2>/dev/null; fi
      done ;;
    file) local IFS=$'\\n'; COMPREPLY=($(compgen -f -- "$cur")); compopt -o filenames 2>/dev/null ;;
    dir) local IFS=$'\\n'; COMPREPLY=($(compgen -d -- "$cur")); compopt -o filenames 2>/dev/null ;;
    method | step | name)
      if [[ $kind != name ]]; then only="--only=\${kind}s"; fi
      # What a step is stands in quotes, with its arguments.
      if [[ $kind == step ]]; then cur=\${cur#[\\"\\']}; fi
      if [[ -n $idl ]]; then
        local names="$("\${COMP_WORDS[0]}" describe "\${idl/#\\~/$HOME}" --names \${only:+"$only"} 2>/dev/null)"
        while IFS= read -r word; do
          # Nothing else is a name; and a shell runs what stands in some words.
          if [[ ! $word =~ ^[A-Za-z0-9_.]+$ ]]; then continue; fi
          if [[ $word == "$cur"* ]]; then COMPREPLY+=("$word"); fi
        done <<<"$names"
      fi ;;
  esac
`;

type Case = readonly [patterns: readonly string[], value: Completed];

function optionCases({ name, options }: CompletedCommand): readonly Case[] {
  return options.flatMap(({ flags, value }): Case[] =>
    value === undefined ? [] : [[flags.map((flag) => `${name} ${flag}`), value]],
  );
}

function argumentCases({ name, arguments: values, isVariadic }: CompletedCommand): readonly Case[] {
  const last = values.length - 1;
  return values.map((value, i): Case => [[`${name} ${isVariadic && i === last ? "*" : i}`], value]);
}

function cases(all: readonly Case[]): string {
  return all
    .map(([patterns, value]) => `      ${patterns.map(pattern).join(" | ")}) kind=${quoted(value)} ;;`)
    .join("\n");
}

function pattern(text: string): string {
  return text.endsWith("*") ? `"${text.slice(0, -1)}"*` : `"${text}"`;
}

function quoted(value: Completed): string {
  return typeof value === "string" ? value : `'words:${value.join(" ")}'`;
}
