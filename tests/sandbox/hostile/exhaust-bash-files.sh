# class: exhaust | attempt: a file that grows for ever | lab: greet | expect: failed
while true; do
  head -c 1000000 /dev/urandom >> big.bin || exit 1
done
