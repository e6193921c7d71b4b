# class: cheat | attempt: links in place of what the tests write | lab: report | expect: failed
ln -sf /dev/null report.txt
ln -s report.txt "$2" 2> /dev/null
echo "3 lines"
