"""Tell which resources a control applies to: all of its type, or those that `applies` returns.

Where what is unread may be what decides that, it is in doubt: the resource then counts as one that
the control applies to and that could not be told, since leaving it out would be a silent pass.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from controls.anchor import anchored
from controls.ask import Asker, Candidate, Question
from controls.picture import Picture
from controls.unread import Mark, Marks

LISTED = 10_000

ABOUT = """
WHERE u.id IN $units AND NOT c:Unseen
RETURN c.uid AS uid, min(c.name) AS name, min(coalesce(c.incarnation, '')) AS incarnation,
  min(c.region) AS region, min(u.id) AS unit
ORDER BY uid LIMIT $most"""
ALL = "MATCH (u:Unit {connector: $connector})<-[:SEEN_BY]-(c:Resource)" + ABOUT
AMONG = (
    "\nWITH DISTINCT resource AS c\nMATCH (c)-[:SEEN_BY]->(u:Unit {connector: $connector})" + ABOUT
)


@dataclass(frozen=True, kw_only=True)
class Scope:
    """What a control applies to, among the resources of its type.

    held: how many of each unit. applying: of those that were asked about, the ones it applies to;
    None where it applies to all. decided_by: the names that `applies` reads.
    """

    label: str
    held: Mapping[str, int]
    question: Question | None = None
    applying: frozenset[str] | None = None
    decided_by: frozenset[str] = field(default_factory=frozenset)

    def has(self, uid: str) -> bool:
        """Tell whether it applies for all that is known."""
        return self.applying is None or uid in self.applying

    def is_doubtful(self, mark: Mark | None) -> bool:
        """Tell whether what is unread may decide if it applies."""
        names = self.decided_by | {self.label}
        return mark is not None and self.applying is not None and bool(mark.about & names)

    def whole(self, found: Marks) -> list[str]:
        """Return the marked units all of whose resources count."""
        return sorted(
            u for u, m in found.units.items() if self.question is None or self.is_doubtful(m)
        )

    def listed(self, asker: Asker, found: Marks) -> Iterable[Candidate]:
        """Return the resources of marked units, up to `LISTED`."""
        whole = self.whole(found)
        rest = sorted(set(found.units) - set(whole))
        rows = asker.rows(ALL, units=whole, most=LISTED) if whole else []
        if self.question and rest:
            text, given = self.question
            query = "CALL () {\n" + anchored(text) + "\n}" + AMONG
            rows += asker.rows(query, units=rest, most=LISTED, **given)
        return [Candidate(**row) for row in rows]


def scope(
    label: str,
    question: Question | None,
    decided_by: frozenset[str],
    picture: Picture,
    found: Marks,
    asker: Asker,
    uids: Iterable[str],
) -> Scope:
    """Return what a control applies to; `uids` are those that will be asked about."""
    full = {u.id: picture.counts.get(u.id, 0) for u in picture.of(label)}
    if question is None:
        return Scope(label=label, held=full)
    held, applying = asker.applying(question, label, frozenset({*uids, *found.resources}))
    known = Scope(
        label=label, held=held, question=question, applying=frozenset(applying),
        decided_by=decided_by,
    )  # fmt: skip
    whole = known.whole(found)
    counted = held | {u: full.get(u, 0) for u in whole}
    for uid, candidate in found.candidates.items():
        doubtful = uid not in applying and known.is_doubtful(found.resources[uid])
        if doubtful and candidate.unit not in whole:
            counted[candidate.unit] = counted.get(candidate.unit, 0) + 1
    return Scope(
        label=label, held=counted, question=question, applying=known.applying,
        decided_by=decided_by,
    )  # fmt: skip
