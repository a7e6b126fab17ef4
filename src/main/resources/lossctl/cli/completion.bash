_lossctl() {
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command= loss= values= head= i
    COMPREPLY=()
    # bash cuts --reduction=mean into three words.
    if [[ $cur == "=" ]]; then
        cur=
    elif [[ $prev == "=" ]]; then
        prev=${COMP_WORDS[COMP_CWORD-2]}
    fi
    for ((i = 1; i < COMP_CWORD; i++)); do
        if [[ ${COMP_WORDS[i]} != -* ]]; then
            command=${COMP_WORDS[i]}
            if ((i + 1 < COMP_CWORD)); then
                loss=${COMP_WORDS[i+1]}
            fi
            break
        fi
    done
    if [[ -z $command ]]; then
        COMPREPLY=($(compgen -W "$(_lossctl_commands) $(_lossctl_losses) --help --version" -- "$cur"))
        return
    fi
    values=$(_lossctl_values "$command" "$prev")
    case $values in
        "<any>") return ;;
        "<file>") ;;
        "<losses>")
            if [[ $cur == *,* ]]; then
                head=${cur%,*},
            fi
            COMPREPLY=($(compgen -P "$head" -W "$(_lossctl_losses)" -- "${cur##*,}"))
            return
            ;;
        ?*)
            COMPREPLY=($(compgen -W "$values" -- "$cur"))
            return
            ;;
    esac
    if [[ -z $values && $cur == -* ]]; then
        COMPREPLY=($(compgen -W "$(_lossctl_options "$command" "$loss")" -- "$cur"))
        return
    fi
    if [[ -z $values ]]; then
        case $command in
            list) return ;;
            completion)
                COMPREPLY=($(compgen -W "bash zsh fish" -- "$cur"))
                return
                ;;
            help)
                COMPREPLY=($(compgen -W "$(_lossctl_commands) $(_lossctl_losses)" -- "$cur"))
                return
                ;;
            plot)
                if [[ -z $loss ]]; then
                    COMPREPLY=($(compgen -W "$(_lossctl_pictures) $(_lossctl_losses)" -- "$cur"))
                    return
                fi
                ;;
            explain)
                if [[ -z $loss ]]; then
                    COMPREPLY=($(compgen -W "$(_lossctl_losses)" -- "$cur"))
                    return
                fi
                ;;
        esac
    fi
    local IFS=$'\n'
    COMPREPLY=($(compgen -f -- "$cur"))
    compopt -o filenames 2> /dev/null
}
complete -F _lossctl lossctl
