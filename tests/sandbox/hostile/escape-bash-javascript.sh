# class: escape | attempt: looks for the engine below the shell | lab: greet | expect: failed
js-exec -c 'process.exit(0)'
node -e 'console.log(process.env)'
python3 -c 'print(open("/etc/passwd").read())'
sqlite3 :memory: 'select load_extension("x")'
awk 'BEGIN { system("cat /etc/hostname"); while (("env" | getline line) > 0) print line }'
sed '1e cat /etc/hosts' main.sh
exec 5<> /dev/tcp/127.0.0.1/80 && cat <&5
curl -s http://localhost/
