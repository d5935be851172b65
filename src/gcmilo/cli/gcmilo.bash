# Completion of gcmilo in bash 4.4 and later. Where the program has no say, the shell completes files.
_gcmilo() {
    local program=${1/#\~\//"$HOME"/} words=("${COMP_WORDS[@]:1:COMP_CWORD}") reply offers
    reply=$("$program" complete -- "${words[@]//[\"\'\\]/}" 2>/dev/null) || { compopt -o default; return; }
    [[ -n $reply ]] || return
    mapfile -t offers <<<"$reply"
    COMPREPLY=("${offers[@]%%$'\t'*}")
}
complete -o nosort -F _gcmilo gcmilo
