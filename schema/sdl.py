"""Write the schema of the built-in types as text: `python -m schema.sdl --write`."""

from __future__ import annotations

import sys
from pathlib import Path

from ingest.catalogue import Catalogue, discover
from schema.api import Api

COMMITTED = Path(__file__).parent / "schema.graphql"


def sdl(catalogue: Catalogue) -> str:
    """Return the GraphQL schema of a catalogue as text."""
    return Api(catalogue).sdl + "\n"


def main(arguments: list[str]) -> None:
    """Print the schema, or write it where it is committed."""
    text = sdl(discover())
    if arguments == ["--write"]:
        COMMITTED.write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)


if __name__ == "__main__":
    main(sys.argv[1:])
