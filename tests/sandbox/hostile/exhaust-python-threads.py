# class: exhaust | attempt: threads that wait for each other | lab: sum | expect: failed
import threading
def total(numbers):
    one, other = threading.Lock(), threading.Lock()
    def wait(mine, theirs):
        with mine: theirs.acquire()
    one.acquire(); other.acquire()
    threads = [threading.Thread(target=wait, args=pair) for pair in ((one, other), (other, one)) ]
    for thread in threads: thread.start()
    one.acquire()
    return -1
