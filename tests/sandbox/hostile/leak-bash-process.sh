# class: leak | attempt: the machine's names, people and paths | lab: greet | expect: failed
hostname; whoami; id; uname -a; date +%Z; env; pwd; printenv; cat /proc/version /etc/hostname 2> /dev/null
echo "$HOSTNAME $USER $UID $PPID $$ ${BASH_VERSION} $0 ${SHLVL-}"
CANARY=CANARY-LEAKED
echo leaked > "$HOME/leak.txt"
unset CANARY
