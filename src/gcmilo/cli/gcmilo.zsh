# Completion of gcmilo in zsh. Where the program has no say, the shell completes files.
_gcmilo() {
    local program=${${(Q)words[1]}/#\~\//$HOME/} reply
    reply=$($program complete -- "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null) ||
        { compset -P '--*='; _files; return }
    [[ -n $reply ]] || return
    local -a offers=("${(@f)${reply//:/\\:}}")
    offers=("${(@)offers/$'\t'/:}")
    _describe -V gcmilo offers
}
# One word a line, in the program's order, also where several have the same description.
zstyle ':completion:*:*:gcmilo:*' list-grouped false
(( $+functions[compdef] )) || { autoload -Uz compinit && compinit -i }
compdef _gcmilo gcmilo
