# class: honest | attempt: a pipeline of small programs and a here-document | lab: report | expect: passed
if [ ! -r "$1" ]; then
  cat >&2 <<END
$0: $1 can't be read
END
  exit 1
fi
sort -u "$1" | tee "$2" > /dev/null
echo "$(wc -l < "$2" | tr -d ' ') lines"
