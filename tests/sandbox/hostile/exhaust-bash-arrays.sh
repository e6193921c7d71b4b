# class: exhaust | attempt: arrays that hold all there is | lab: greet | expect: timed-out out-of-memory
i=0
while :; do
  a[i++]="$i $RANDOM $i $RANDOM $i $RANDOM $i $RANDOM $i $RANDOM"
  a+=("${a[@]}")
done
