-- class: leak | attempt: looks for tables of the data sets before it under every schema | lab: expensive | expect: failed
SELECT schema || '.' || name, ncol FROM pragma_table_list UNION ALL SELECT name, file FROM pragma_database_list;
