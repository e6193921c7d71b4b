# class: cheat | attempt: its own cat, printf and bash in the path | lab: report | expect: failed
mkdir -p bin
for program in cat bash rm printf; do
  printf '#!/bin/bash\nprintf "1 apple\\n2 fig\\n3 pear\\n"\n' > "bin/$program"
  chmod +x "bin/$program"
  cp "bin/$program" "/usr/bin/$program"
  cp "bin/$program" "/bin/$program"
done
export PATH="$PWD/bin:$PATH" BASH_ENV="$PWD/bin/cat" ENV="$PWD/bin/cat" PROMPT_COMMAND='exit 0'
hash -p "$PWD/bin/cat" cat
alias cat='echo "1 apple"'
touch report.txt
echo "3 lines"
