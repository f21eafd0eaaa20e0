"""Enter several contexts side by side, and leave each of them whatever becomes of the others."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait
from contextlib import AbstractContextManager
from typing import Any


@contextlib.contextmanager
def together(*contexts: AbstractContextManager[Any]) -> Iterator[list[Any]]:
    """Give what the contexts give, in their order, once all of them have been entered.

    Where one fails, or we are interrupted, those that are still being entered are waited for, and
    all are left. What is entered after that (a second Ctrl-C ends the waiting) is left at once.
    """
    lock, entered, over = threading.Lock(), contextlib.ExitStack(), threading.Event()

    def enter(context: AbstractContextManager[Any]) -> Any:
        if over.is_set():
            return None
        with contextlib.ExitStack() as own:
            value = own.enter_context(context)
            with lock:
                if not over.is_set():
                    entered.push(own.pop_all())
        return value

    pool = ThreadPoolExecutor(len(contexts), thread_name_prefix="starting")
    with entered:
        try:
            entering = [pool.submit(enter, context) for context in contexts]
            wait(entering, return_when=FIRST_EXCEPTION)
            values = [e.result() for e in entering if e.done()]  # raises what one of them raised
            pool.shutdown()
            yield values
        finally:
            try:
                pool.shutdown()
            finally:
                with lock:
                    over.set()
