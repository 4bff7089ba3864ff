import type { CompletedCommand, CompletedOption, Completion } from './grammar.ts';

/** For a file `_happiness` in a folder of `$fpath`. */
export function zshScript(commands: readonly CompletedCommand[]): string {
  return `#compdef happiness
# zsh completion of happiness
_happiness() {
  local curcontext="$curcontext" state line
  typeset -A opt_args
  _arguments -C '1: :->command' '*:: :->rest'
  case $state in
    command)
      local -a commands
      commands=(
${commands.map(({ name, summary }) => `        ${quoted(`${name}:${summary.replaceAll(':', '\\:')}`)}`).join('\n')}
      )
      _describe command commands ;;
    rest)
      case $words[1] in
${commands.map(commandCase).join('\n')}
      esac ;;
  esac
}
if [ "$funcstack[1]" = _happiness ]; then _happiness "$@"; else compdef _happiness happiness; fi
`;
}

function commandCase({ name, options, first }: CompletedCommand): string {
  const operands =
    first.kind === 'words'
      ? [`1: :${action(first)}`, ...(name === 'explain' ? ['*:file:_files'] : [])]
      : first.kind === 'file'
        ? ['*:file:_files']
        : [];
  const specs = [...options.map(optionSpec), ...operands.map(quoted)];
  return `        ${name})
          _arguments \\
${specs.map((spec) => `            ${spec}`).join(' \\\n')} ;;`;
}

/** `'(-f --format)'{-f,--format}'[says]:format:(table json)'`. */
function optionSpec({ long, short, says, repeatable, value }: CompletedOption): string {
  const rest = `[${says.replace(/[[\]\\]/g, '\\$&')}]${value === null ? '' : `:${value.name.replaceAll(':', '')}:${action(value.completion)}`}`;
  if (short === null) return quoted(`${repeatable ? '*' : ''}${long}${rest}`);
  return repeatable ? `'*'{-${short},${long}}${quoted(rest)}` : `'(-${short} ${long})'{-${short},${long}}${quoted(rest)}`;
}

function action(completion: Completion): string {
  if (completion.kind === 'file') return '_files';
  if (completion.kind === 'free') return ' ';
  return completion.list ? `_sequence -s , compadd - ${completion.words.join(' ')}` : `(${completion.words.join(' ')})`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
