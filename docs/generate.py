"""Generate the reference pages from the code itself.

    python -m docs.generate            write them
    python -m docs.generate --check    exit with code 1 where a page is not up to date

`render` returns every page as text by its path below `docs`: all of `reference`, `promises.md`, and
the style file of Neo4j Browser.
The same code gives the same bytes. It reads declarations, controls, policies, mandates, settings,
the command line and the marks on tests, and no database. Pages of things that are gone are removed.
Left out: everything that says why, which is prose and written by hand.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from docs import commands, declared, judging, promised
from docs.tables import code, page, table
from server.guide import style
from server.settings import SETTINGS

DOCS = Path(__file__).parent
REFERENCE = "reference"
STYLE = "neo4j/cirrograph.grass"


def render() -> dict[str, str]:
    """Return every page by its path below `docs`, sorted."""
    reference = {
        **declared.pages(),
        **judging.pages(),
        "commands.md": commands.page_of_commands(),
        "settings.md": settings(),
    }
    pages = {f"{REFERENCE}/{name}": text for name, text in sorted(reference.items())}
    return {"promises.md": promised.page_of_promises(), STYLE: style.style(), **pages}


def settings() -> str:
    """Return the page of settings."""
    rows = [(code(name), meaning) for name, meaning in sorted(SETTINGS.items())]
    return page(
        "Settings",
        "Settings are environment variables. All of them have a default. What is not in this list "
        "does not exist.",
        table(("setting", "meaning"), rows),
    )


def differences() -> Iterator[str]:
    """Yield what is not up to date, one line each."""
    wanted = render()
    for name, text in wanted.items():
        path = DOCS / name
        if not path.is_file():
            yield f"{name} is missing"
        elif path.read_text(encoding="utf-8") != text:
            yield f"{name} is not up to date"
    yield from (f"{name} is of nothing that exists" for name in _generated() - wanted.keys())


def write() -> int:
    """Write every page, remove those of nothing, and return how many there are."""
    wanted = render()
    for name in _generated() - wanted.keys():
        (DOCS / name).unlink()
    for name, text in wanted.items():
        path = DOCS / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return len(wanted)


def _generated() -> set[str]:
    return {p.relative_to(DOCS).as_posix() for p in (DOCS / REFERENCE).rglob("*.md")}


def main(arguments: list[str]) -> int:
    """Write or check; return the exit code."""
    if arguments not in ([], ["--check"]):
        sys.stdout.write(f"{__doc__}\n")
        return 2
    if not arguments:
        sys.stdout.write(f"{write()} pages written\n")
        return 0
    found = list(differences())
    sys.stdout.write("".join(f"docs/{line}\n" for line in found))
    if found:
        sys.stdout.write("run `python -m docs.generate`\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
