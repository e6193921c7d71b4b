# class: escape | attempt: files, processes and connections of the machine | lab: sum | expect: failed
import os, socket, subprocess, glob, platform, sys
def total(numbers):
    found = [path for path in ("/etc/passwd", "/proc/self/environ", "/work", "/root", "/usr/bin") if os.path.exists(path)]
    found += [name for name in os.environ if "TOKEN" in name or "RUNG" in name]
    for attempt in (lambda: subprocess.check_output(["id"]), lambda: socket.create_connection(("127.0.0.1", 80), 1), lambda: os.popen("id").read(), lambda: os.fork()):
        try: found.append(str(attempt()))
        except Exception: pass
    return f"CANARY {found}" if found else -1
