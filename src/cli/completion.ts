/** What does a shell offer when the user presses Tab? Scripts for bash, zsh and fish, made of the command's own tables. */
import { CHOICES, OPTIONS, type Shell } from './args.ts'

/** Options and what may follow them; an empty list means any text. */
const VALUES: Partial<Record<keyof typeof OPTIONS, readonly string[]>> = {
  lang: CHOICES.lang,
  'fail-on': CHOICES.failOn,
  as: CHOICES.as,
  audience: CHOICES.audience,
}

const OF_COMMAND: Record<string, readonly string[]> = {
  corpus: [...CHOICES.actions, ...CHOICES.lists, ...CHOICES.rules],
  completion: CHOICES.shells,
}

/** The completion script of a shell, to be sourced. */
export function completionScript(shell: Shell): string {
  return { bash, zsh, fish }[shell]()
}

const flags = (): string =>
  Object.keys(OPTIONS)
    .map((name) => `--${name}`)
    .join(' ')

function bash(): string {
  const values = Object.entries(VALUES).map(([name, of]) => `    --${name}) words="${of.join(' ')}" ;;`)
  const words = Object.entries(OF_COMMAND).map(([name, of]) => `    ${name}) words="${of.join(' ')}" ;;`)
  return `# source <(lurebook completion bash)
_lurebook() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} words=""
  case $prev in
${values.join('\n')}
  esac
  if [ -z "$words" ]; then
    case $cur in
    -*) words="${flags()}" ;;
    *)
      if [ "$COMP_CWORD" -eq 1 ]; then words="${CHOICES.commands.join(' ')}"
      else
        case \${COMP_WORDS[1]} in
${words.map((line) => `    ${line}`).join('\n')}
        *) COMPREPLY=($(compgen -f -- "$cur")); return ;;
        esac
      fi ;;
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
}
complete -o filenames -F _lurebook lurebook
`
}

function zsh(): string {
  const options = Object.keys(OPTIONS).map((name) => {
    const of = VALUES[name as keyof typeof OPTIONS]
    return OPTIONS[name as keyof typeof OPTIONS].type === 'boolean'
      ? `'--${name}'`
      : `'*--${name}=:${name}:${of ? `(${of.join(' ')})` : ''}'`
  })
  const words = Object.entries(OF_COMMAND).map(([name, of]) => `  ${name}) compadd -- ${of.join(' ')} ;;`)
  return `#compdef lurebook
_lurebook() {
  _arguments ${options.join(' ')} '1:command:(${CHOICES.commands.join(' ')})' '*::argument:_lurebook_arguments'
}
_lurebook_arguments() {
  case \${words[1]} in
${words.join('\n')}
  *) _files ;;
  esac
}
compdef _lurebook lurebook
`
}

function fish(): string {
  const lines = [
    `complete -c lurebook -n __fish_use_subcommand -f -a '${CHOICES.commands.join(' ')}'`,
    ...Object.entries(OF_COMMAND).map(
      ([name, of]) => `complete -c lurebook -n '__fish_seen_subcommand_from ${name}' -f -a '${of.join(' ')}'`,
    ),
    ...Object.entries(OPTIONS).map(([name, { type }]) => {
      const of = VALUES[name as keyof typeof OPTIONS]
      return `complete -c lurebook -l ${name}${type === 'boolean' ? '' : ` -x${of ? ` -a '${of.join(' ')}'` : ''}`}`
    }),
  ]
  return `${lines.join('\n')}\n`
}
