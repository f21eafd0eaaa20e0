"""Try the mutants of a control against its cases: one that none notices shows a missing case.

A mutant is killed when a `fail` or `pass` case returns other nodes, or as many times, than with
the control itself, or when it ends in an error. A mutant that makes no difference by rights has
`// survives: <reason>` on its line. `mutation.lock` holds, for each shipped control, the hash of
control and cases that were tried without a survivor, so that the suite tries only what changed.
"""

from __future__ import annotations

import dataclasses
import hashlib
import re
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import neo4j
from neo4j.exceptions import Neo4jError

from controls.cases import Case, found, read_cases, set_up
from controls.control import Control
from controls.mutations import Mutant, mutants
from controls.tokens import scan
from graph.local.lock import held

LOCK = Path(__file__).with_name("mutation.lock")
SURVIVES = re.compile(r"//.*\bsurvives:\s*\S+")
INVALID = ("SyntaxError", "SemanticError")
HEADING = "# Controls whose mutants are all killed: id, SHA-256 of control and cases.\n"
LOCK_SECONDS = 60


@dataclass(frozen=True, kw_only=True)
class Mutation:
    """What became of a control's mutants; `allowed` survive with a reason on their line."""

    tried: int
    invalid: int
    killed: int
    survivors: tuple[Mutant, ...]
    allowed: tuple[Mutant, ...]


def survivors(
    driver: neo4j.Driver,
    control: Control,
    cases: Sequence[Case] | None = None,
    *,
    database: str | None = None,
) -> Mutation:
    """Try every mutant against the cases, by default those beside the control.

    Raises BadCases. Takes some 50 to 100 ms a mutant, most of it Neo4j's planning.
    """
    every = mutants(control)
    alive = dict.fromkeys(range(len(every)))
    invalid: set[int] = set()
    for case in read_cases(control) if cases is None else cases:
        if case.kind != "unread":
            _Trial(driver, control, case, database).run(every, alive, invalid)
    reasons = allowed_lines(control.text)
    left = [every[i] for i in alive]
    return Mutation(
        tried=len(every) - len(invalid),
        invalid=len(invalid),
        killed=len(every) - len(invalid) - len(left),
        survivors=tuple(m for m in left if m.line not in reasons),
        allowed=tuple(m for m in left if m.line in reasons),
    )


def allowed_lines(text: str) -> set[int]:
    """Return the lines with `// survives: <reason>`."""
    return {t.line for t in scan(text) if t.kind == "comment" and SURVIVES.match(t.text)}


class _Trial:
    """Tries mutants against one case, in one transaction unless an error ends it."""

    def __init__(
        self, driver: neo4j.Driver, control: Control, case: Case, database: str | None
    ) -> None:
        self.driver = driver
        self.control = control
        self.case = case
        self.database = database

    def run(self, every: list[Mutant], alive: dict[int, None], invalid: set[int]) -> None:
        """Take out of `alive` what is killed here, and what is no Cypher, into `invalid`."""
        waiting = list(alive)
        while waiting:
            with set_up(self.driver, self.case, self.database) as (tx, made):
                original = found(tx, self.control, made)
                while waiting:
                    i = waiting.pop()
                    mutant = dataclasses.replace(self.control, text=every[i].text)
                    try:
                        killed = found(tx, mutant, made) != original
                    except Neo4jError as error:
                        if _is_invalid(error):
                            invalid.add(i)
                        del alive[i]
                        break  # the transaction is over: go on in another one
                    if killed:
                        del alive[i]


def _is_invalid(error: Neo4jError) -> bool:
    """Tell a text that is no Cypher from one that fails while it runs."""
    code = error.code or ""
    return code.startswith("Neo.ClientError.Statement.") and code.endswith(INVALID)


def fingerprint(control: Control) -> str:
    """Return the SHA-256, in hex, of a control's file and of its cases."""
    cases = control.cases_path.read_bytes() if control.cases_path.is_file() else b""
    return hashlib.sha256(control.text.encode() + b"\0" + cases).hexdigest()


def read_lock(path: Path = LOCK) -> dict[str, str]:
    """Return the fingerprints of the controls whose mutants were all killed, by id."""
    lines = path.read_text("utf-8").splitlines() if path.is_file() else []
    pairs = (line.split() for line in lines if line and not line.startswith("#"))
    return {id_: digest for id_, digest in pairs}  # noqa: C416 - `dict` takes no lists for pairs


def record(control: Control, path: Path = LOCK) -> None:
    """Note in the lock that a control has no survivor; several processes may do so at once."""
    with held(Path(tempfile.gettempdir()) / f"cirrograph-{path.name}", seconds=LOCK_SECONDS):
        write_lock({**read_lock(path), control.id: fingerprint(control)}, path)


def prune(ids: Iterable[str], path: Path = LOCK) -> None:
    """Drop from the lock what is no control any more; `ids` are those that are."""
    kept = set(ids)
    write_lock({id_: digest for id_, digest in read_lock(path).items() if id_ in kept}, path)


def write_lock(fingerprints: dict[str, str], path: Path) -> None:
    """Write the lock, sorted by id."""
    lines = (f"{id_} {fingerprints[id_]}\n" for id_ in sorted(fingerprints))
    path.write_text(HEADING + "".join(lines), "utf-8")
