_lossctl() {
    local previous=${words[CURRENT-1]} command= loss= i
    local -a found
    if [[ $PREFIX == --*=* ]]; then
        previous=${PREFIX%%=*}
        compset -P '*='
    fi
    for ((i = 2; i < CURRENT; i++)); do
        if [[ ${words[i]} != -* ]]; then
            command=${words[i]}
            if ((i + 1 < CURRENT)); then
                loss=${words[i+1]}
            fi
            break
        fi
    done
    if [[ -z $command ]]; then
        compadd -- $(_lossctl_commands) $(_lossctl_losses) --help --version
        return
    fi
    found=($(_lossctl_values "$command" "$previous"))
    case $found in
        '<any>') return ;;
        '<file>') _files; return ;;
        '<losses>')
            compset -P '*,'
            compadd -q -S '' -- $(_lossctl_losses)
            return
            ;;
        ?*) compadd -- $found; return ;;
    esac
    if [[ $PREFIX == -* ]]; then
        compadd -- $(_lossctl_options "$command" "$loss")
        return
    fi
    case $command in
        list) return ;;
        completion) compadd -- bash zsh fish; return ;;
        help) compadd -- $(_lossctl_commands) $(_lossctl_losses); return ;;
        plot)
            if [[ -z $loss ]]; then
                compadd -- $(_lossctl_pictures) $(_lossctl_losses)
                return
            fi
            ;;
        explain)
            if [[ -z $loss ]]; then
                compadd -- $(_lossctl_losses)
                return
            fi
            ;;
    esac
    _files
}
if [[ $funcstack[1] == _lossctl ]]; then
    _lossctl "$@"
else
    compdef _lossctl lossctl
fi
