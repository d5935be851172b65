# Completion of gcmilo in fish. Where the program has no say, the shell completes files.
function __gcmilo_offers
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l program (string replace -r '^~/' "$HOME/" -- $words[1])
    $program complete -- $words[2..] "$current" 2>/dev/null
    or __fish_complete_path "$current"
end
complete --command gcmilo --no-files --keep-order --arguments '(__gcmilo_offers)'
