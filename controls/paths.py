"""Find the ways from a control's resources to the other labels that it reads.

A read-set says which relationships a control follows, not in which order. Every simple way along
them, each relationship at most once and in either direction, is a way on which the control may join
one node to another: too many is safe (more is called not evaluated), too few is not. A label that
no way reaches is joined by a property's value, or not at all.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator

from graph.cypher import named
from ingest.catalogue import TAG_LABEL, UNSEEN_LABEL

DEEPEST = 4
DEAD_ENDS = frozenset({TAG_LABEL, UNSEEN_LABEL})  # two things with the same tag are not joined

Triple = tuple[str, str, str]


@dataclasses.dataclass(frozen=True, kw_only=True)
class Step:
    """One relationship of a way: its type, whether it is followed against its arrow, and its end.

    `end` is the label at the far side.
    """

    type: str
    against: bool
    end: str


Path = tuple[Step, ...]


def paths(start: str, triples: Iterable[Triple]) -> tuple[Path, ...]:
    """Return every way from `start` along the triples, shortest first."""
    found = _walk(start, frozenset(triples), DEEPEST)
    return tuple(sorted(set(found), key=lambda p: (len(p), repr(p))))


def _walk(at: str, triples: frozenset[Triple], deep: int) -> Iterator[Path]:
    if not deep or at in DEAD_ENDS:
        return
    for triple in triples:
        for step in _steps(at, triple):
            yield (step,)
            for rest in _walk(step.end, triples - {triple}, deep - 1):
                yield (step, *rest)


def _steps(at: str, triple: Triple) -> Iterator[Step]:
    source, type_, target = triple
    if source == at:
        yield Step(type=type_, against=False, end=target)
    if target == at:
        yield Step(type=type_, against=True, end=source)


def pattern(path: Path, *, last: str | None = None) -> str:
    """Return a way as Cypher, to stand behind a node; its last node is `x`.

    `last` is another label for that node than the way's own.
    """
    steps = []
    for number, step in enumerate(path, 1):
        final = number == len(path)
        label = last if final and last else step.end
        steps.append(_one(step, label, final=final))
    return "".join(steps)


def _one(step: Step, label: str, *, final: bool) -> str:
    node = named("(x:$$LABEL)" if final else "(:$$LABEL)", label=label)
    edge = named("<-[:$$TYPE]-" if step.against else "-[:$$TYPE]->", type=step.type)
    return edge + node
