"""How a long download shows itself: one bar on a terminal, nothing anywhere else."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

if TYPE_CHECKING:
    from collections.abc import Iterator

Advance = Callable[[int], None]
Bar = Callable[[str, int], AbstractContextManager[Advance]]


@contextlib.contextmanager
def silent(_title: str, _total: int) -> Iterator[Advance]:
    """Show nothing."""
    yield lambda _size: None


@contextlib.contextmanager
def bar(title: str, total: int) -> Iterator[Advance]:
    """Show a bar of `total` bytes on standard error while the block runs, if it is a terminal."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn())
    with Progress(
        *columns, TimeRemainingColumn(), console=console, disable=not console.is_terminal
    ) as progress:
        task = progress.add_task(title, total=total)
        yield lambda size: progress.advance(task, size)
