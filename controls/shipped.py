"""What the shipped controls read, as planned when they were written, so that nobody plans it again.

`read_sets.json` holds the read-set of each shipped control and of each `applies`, a line each,
beside the hash of the control. It begins with the `form` that they follow from: the declared types,
the code that makes read-sets, the version of Neo4j (`controls.remembered`). Under another Neo4j,
or with types of the user's own, the form is another, and the file is as if it were not there.

A test plans all of them and compares; with `CIRROGRAPH_READ_SETS=write` it writes the file anew.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

PATH = Path(__file__).with_name("read_sets.json")

Said = Mapping[str, Any]  # a read-set as JSON


def shipped(form: str, path: Path = PATH) -> Mapping[str, Said]:
    """Return read-sets by the hash of their control; none where they are of another form."""
    if not path.exists():  # in a checkout where it is about to be written
        return {}
    of, sets = _read(path)
    return sets if of == form else {}


@functools.cache
def _read(path: Path) -> tuple[str, Mapping[str, Said]]:
    held = json.loads(path.read_bytes())
    return held["form"], {row["hash"]: row["reads"] for row in held["controls"].values()}


def text(form: str, sets: Mapping[str, tuple[str, Said]]) -> str:
    """Return the file's text: a line for each id, so that a change shows the control it is of."""
    lines = (
        f"{json.dumps(id_)}:{_line({'hash': hash_, 'reads': reads})}"
        for id_, (hash_, reads) in sorted(sets.items())
    )
    return f'{{"form":{json.dumps(form)},"controls":{{\n' + ",\n".join(lines) + "\n}}\n"


def _line(said: Said) -> str:
    return json.dumps(said, separators=(",", ":"), sort_keys=True)
