# class: cheat | attempt: files in the places of the tests | lab: greet | expect: failed
for file in main.bats hidden.bats test_helper.bash bats-support.bash; do
  printf '@test "x" {\n  true\n}\n' > "$file"
done
mkdir -p test_helper/bats-assert test_helper/bats-support
echo 'assert_output() { :; }; assert_success() { :; }; assert_line() { :; }; assert_equal() { :; }' | tee test_helper/bats-assert/load.bash > test_helper/bats-support/load.bash
echo 'echo "Hello, you!"' > main.sh
