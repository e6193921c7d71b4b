-- class: escape | attempt: the shell's functions for files | lab: expensive | expect: errored
SELECT readfile('/etc/passwd'), writefile('/tmp/CANARY-ESCAPED', 'x');
