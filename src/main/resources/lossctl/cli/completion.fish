# Completion of lossctl, made by lossctl completion.
function __lossctl_words
    set -l words (commandline -opc)
    for word in $words[2..-1]
        if not string match -q -- '-*' $word
            echo $word
        end
    end
end
function __lossctl_is
    set -l words (__lossctl_words)
    test (count $words) -gt 0; and contains -- $words[1] $argv
end
function __lossctl_computes
    set -l words (__lossctl_words)
    __lossctl_is $argv; and return 0
    test (count $words) -gt 1; and test $words[1] = explain; and contains -- $words[2] $argv
end
function __lossctl_starts
    test (count (__lossctl_words)) -eq 0
end
function __lossctl_names_a_loss
    set -l words (__lossctl_words)
    test (count $words) -eq 1; and contains -- $words[1] explain help plot
end
function __lossctl_reads_files
    set -l words (__lossctl_words)
    test (count $words) -gt 0; or return 1
    contains -- $words[1] list help completion; and return 1
    not __lossctl_names_a_loss
end
complete -c lossctl -e
complete -c lossctl -f
complete -c lossctl -n __lossctl_starts -l version -d 'tell the version'
complete -c lossctl -s h -l help -d 'help'
complete -c lossctl -n __lossctl_reads_files -F
complete -c lossctl -n '__lossctl_is completion' -a 'bash zsh fish'
