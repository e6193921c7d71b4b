-- class: escape | attempt: attaches a file of the machine and reads it | lab: expensive | expect: errored
ATTACH DATABASE '/etc/passwd' AS host;
SELECT name, sql FROM host.sqlite_schema;
