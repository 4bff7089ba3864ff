import type { CompletedCommand, CompletedOption, Completion } from './grammar.ts';

/** For `eval "$(happiness completion bash)"` or a file in bash-completion's folder. Needs nothing but bash 3.2, which macOS has. */
export function bashScript(commands: readonly CompletedCommand[]): string {
  return `# bash completion of happiness
_happiness_words() {
  COMPREPLY=( $(compgen -W "$1" -- "$cur") )
}
_happiness_list() {
  local done="" last="$cur" word
  case "$cur" in *,*) done="\${cur%,*},"; last="\${cur##*,}" ;; esac
  COMPREPLY=()
  for word in $(compgen -W "$1" -- "$last"); do COMPREPLY+=( "$done$word" ); done
  compopt -o nospace 2>/dev/null
}
_happiness_files() {
  local IFS=$'\\n'
  compopt -o filenames 2>/dev/null
  COMPREPLY=( $(compgen -f -- "$cur") )
}
_happiness() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" before="" command="" at="" operands=0 at_option=""
  COMPREPLY=()
  [ "$COMP_CWORD" -gt 0 ] && before="\${COMP_WORDS[COMP_CWORD-1]}"
  # bash parts words at "=": --kpi=csat comes in three
  if [ "$cur" = "=" ]; then cur=""; elif [ "$before" = "=" ]; then before="\${COMP_WORDS[COMP_CWORD-2]}"; fi
  for ((at = 1; at < COMP_CWORD; at++)); do
    case "\${COMP_WORDS[at]}" in
      --color) at=$((at + 1)) ;;
      -*) at_option="\${COMP_WORDS[at]}" ;;
      *) if [ -z "$command" ]; then command="\${COMP_WORDS[at]}"; elif [ -z "$at_option" ]; then operands=$((operands + 1)); fi; at_option="" ;;
    esac
  done
  case "$command" in
    "")
      _happiness_words ${quoted([...commands.map(({ name }) => name), '--help', '--version'])}
      return ;;
${commands.map(commandCase).join('\n')}
  esac
}
complete -F _happiness happiness
`;
}

function commandCase({ name, options, first }: CompletedCommand): string {
  const withValue = options.filter(({ value }) => value !== null);
  return `    ${name})
      case "$before" in
${withValue.map((option) => `        ${names(option).join('|')}) ${action(option.value!.completion)}; return ;;`).join('\n')}
      esac
      case "$cur" in -*) _happiness_words ${quoted(options.map(({ long }) => long))}; return ;; esac
      ${first.kind === 'words' ? `if [ "$operands" -eq 0 ]; then ${action(first)}; else ${name === 'explain' ? '_happiness_files' : ':'}; fi` : action(first)}
      ;;`;
}

function names({ long, short }: CompletedOption): string[] {
  return short === null ? [long] : [`-${short}`, long];
}

function action(completion: Completion): string {
  if (completion.kind === 'file') return '_happiness_files';
  if (completion.kind === 'free') return ':';
  return `${completion.list ? '_happiness_list' : '_happiness_words'} ${quoted(completion.words)}`;
}

function quoted(words: readonly string[]): string {
  return `'${words.join(' ')}'`;
}
