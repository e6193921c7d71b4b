# class: honest | attempt: one file from top to bottom, case and read | lab: greet | expect: passed
case "${1-}" in
  -)
    while IFS= read -r name; do
      echo "Hello, $name!"
    done
    ;;
  -*)
    echo "usage: main.sh [-] [name ...]" >&2
    exit 64
    ;;
  "")
    echo "Hello, you!"
    ;;
  *)
    for name in "$@"; do
      echo "Hello, $name!"
    done
    ;;
esac
