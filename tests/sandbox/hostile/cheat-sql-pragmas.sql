-- class: cheat | attempt: settings that turn unordered results and comparisons around | lab: raise | expect: failed
PRAGMA reverse_unordered_selects = ON;
PRAGMA case_sensitive_like = ON;
PRAGMA ignore_check_constraints = ON;
PRAGMA query_only = ON;
