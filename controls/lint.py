"""Find what is wrong with a control before it runs.

`lint` asks Neo4j (`controls.plans`) for what Neo4j knows: syntax, unknown names, what the query
does; the declarations for what they know: which label has which property; and looks at the tokens
itself for what hides the read-set or would make an evaluation not repeatable. It also checks the
cases beside the control; it does not run them (`controls.cases`). Every problem says where it is
and what to do. What Neo4j calls a warning and can do no harm, a Cartesian product, is left out.
"""

from __future__ import annotations

import weakref
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import neo4j

from controls import wording
from controls.bounds import unbounded
from controls.case_names import wrong_names
from controls.cases import Case, read_cases
from controls.control import Control
from controls.errors import BadCases, CypherUnreadable, NotExplained
from controls.gate import ESCAPES
from controls.operators import READS
from controls.plans import Plan, explain
from controls.reach import escaped, hidden
from controls.read_set import ReadSet, read_set
from controls.tokens import Token, code
from ingest.catalogue import RESOURCE_LABEL, TAG_LABEL, UNSEEN_LABEL, Catalogue

UNKNOWN = {"01N50": "label", "01N51": "relationship type", "01N52": "property"}
COLUMNS = ("resource", "evidence")
LONGEST_WHY = 600
LONGEST_TITLE = 100

DECLARE = (
    "UNWIND $names AS name CALL db.createLabel(name)",
    "UNWIND $names AS name CALL db.createRelationshipType(name)",
    "UNWIND $names AS name CALL db.createProperty(name)",
)

_told: weakref.WeakKeyDictionary[neo4j.Driver, weakref.WeakSet[Catalogue]] = (
    weakref.WeakKeyDictionary()
)


@dataclass(frozen=True, kw_only=True)
class Problem:
    """Something wrong in a file; `code` names the rule; line and column count from 1."""

    path: Path
    line: int
    column: int
    code: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.message} [{self.code}]"


def declare_tokens(
    driver: neo4j.Driver, catalogue: Catalogue, *, database: str | None = None
) -> None:
    """Make every declared name known to the database; it makes no node, and may be repeated."""
    labels = [*catalogue.labels, RESOURCE_LABEL, UNSEEN_LABEL, TAG_LABEL]
    properties = {name for _, name in catalogue.pairs | catalogue.edge_properties}
    names = (labels, sorted(catalogue.relationship_types), sorted(properties))
    with driver.session(database=database) as session:
        for query, wanted in zip(DECLARE, names, strict=True):
            session.run(query, names=wanted).consume()


def lint(
    driver: neo4j.Driver, control: Control, catalogue: Catalogue, *, database: str | None = None
) -> list[Problem]:
    """Return what is wrong with a control and its cases, by line; nothing where all is well."""
    told = _told.setdefault(driver, weakref.WeakSet())
    if catalogue not in told:
        declare_tokens(driver, catalogue, database=database)
        told.add(catalogue)
    linter = _Linter(driver, control, catalogue, database)
    return sorted(linter.problems(), key=lambda p: (p.path, p.line, p.column, p.code))


class _Linter:
    """Lints one control."""

    def __init__(
        self, driver: neo4j.Driver, control: Control, catalogue: Catalogue, database: str | None
    ) -> None:
        self.driver = driver
        self.control = control
        self.catalogue = catalogue
        self.database = database
        self.tokens = code(control.text)

    def problems(self) -> Iterator[Problem]:
        yield from self._front_matter()
        yield from self._words(self.control.text, self.control.path)
        planned = list(self._plan(self.control.text, COLUMNS, 0))
        if self.control.applies is not None:
            planned += self._applies(self.control.applies)
        yield from planned
        if not any(problem.code == "syntax" for problem in planned):
            yield from self._reads(not planned)
        yield from self._cases()

    def _problem(self, code: str, message: str, line: int = 0, column: int = 1) -> Problem:
        return Problem(
            path=self.control.path,
            line=line or self.control.line,
            column=column,
            code=code,
            message=message,
        )

    def _front_matter(self) -> Iterator[Problem]:
        control = self.control
        if control.resource not in self.catalogue:
            message = f"`resource`: no resource type is called {control.resource}: correct it"
            yield self._problem("resource", message, self._line_of("resource:"))
            return
        for name in sorted(control.fix.placeholders()):
            if (control.resource, name) not in self.catalogue.pairs:
                message = (
                    f"`fix`: {{{name}}} is no property of {control.resource}: correct it, or write "
                    f"<{name}> for what the reader has to fill in"
                )
                yield self._problem("placeholder", message, self._line_of(f"{{{name}}}"))
        if len(control.why) > LONGEST_WHY or len(control.title) > LONGEST_TITLE:
            message = f"`title` has at most {LONGEST_TITLE} characters, `why` {LONGEST_WHY}"
            yield self._problem("length", message, 1)

    def _line_of(self, text: str) -> int:
        """Return the line of the first `text` in the file, 1 where it has none."""
        before, found, _ = self.control.text.partition(text)
        return before.count("\n") + 1 if found else 1

    def _words(self, text: str, path: Path) -> Iterator[Problem]:
        if escaped(text):
            yield self._problem("reaches", f"it {ESCAPES}", 1)
        if self.control.own:
            for token, message in unbounded(self.tokens):
                yield self._problem("unbounded", message, token.line, token.column)
        for found in wording.refused(code(text)):
            yield Problem(
                path=path,
                line=found.token.line,
                column=found.token.column,
                code=found.code,
                message=found.message,
            )

    def _applies(self, text: str) -> Iterator[Problem]:
        line = self._line_of("applies:") - 1
        for found in wording.refused(code(text)):
            yield self._problem(found.code, f"`applies`: {found.message}", line + 1)
        yield from self._plan(text, COLUMNS[:1], line)

    def _plan(self, text: str, columns: tuple[str, ...], offset: int) -> Iterator[Problem]:
        try:
            plan = explain(self.driver, text, database=self.database)
        except NotExplained as error:
            line = offset + error.line
            yield self._problem("syntax", f"{error.message}: correct it", line, error.column)
            return
        for notice in plan.notices:
            if notice.code in UNKNOWN:
                message = f"unknown {UNKNOWN[notice.code]}: {_brief(notice.message)}"
                yield self._problem("unknown", message, offset + notice.line, notice.column)
        yield from self._plan_allowed(plan)
        yield from self._plan_columns(plan, columns, offset)

    def _plan_allowed(self, plan: Plan) -> Iterator[Problem]:
        if plan.query_type != "r":
            message = "it writes: a control only reads: remove the clause that writes"
            yield self._problem("writes", message)
        for name in sorted({operator.name for operator in plan.operators} - READS):
            if plan.query_type == "r":
                message = f"{name} is not allowed: a control only matches nodes and edges"
                yield self._problem("operator", message)
        for said in sorted({said for o in plan.operators for said in hidden(o.details)}):
            yield self._problem("reaches", f"{said}: a control only matches nodes and edges")

    def _plan_columns(self, plan: Plan, columns: tuple[str, ...], offset: int) -> Iterator[Problem]:
        allowed = " and ".join(f"`{column}`" for column in columns)
        for column in plan.columns:
            if column not in columns:
                message = f"it returns {column!r}: it may return {allowed}, and nothing else"
                yield self._problem("columns", message, *self._place(column, offset))
        if "resource" not in plan.columns:
            message = (
                f"it returns no `resource`: return the failing node, ... AS resource ({allowed})"
            )
            yield self._problem("columns", message, offset and offset + 1)

    def _reads(self, is_clean: bool) -> Iterator[Problem]:  # noqa: FBT001 - private
        reads = self._read_set()
        if reads is None:
            return
        for name in reads.undeclared if is_clean else ():
            message = (
                f"{name} is not declared: correct the name, or give the variable the label that "
                "has it"
            )
            last = (
                name.rpartition(".")[2] if "]->" not in name else name.split("[")[1].split("]")[0]
            )
            yield self._problem("undeclared", message, *self._place(last))
        if is_clean and self.control.resource not in reads.returned:
            told = ", ".join(sorted(reads.returned)) or "no node"
            message = f"`resource` is {told}, not {self.control.resource}: return the failing node"
            yield self._problem("resource", message, *self._place("resource"))

    def _read_set(self) -> ReadSet | None:
        try:
            return read_set(self.driver, self.control, self.catalogue, database=self.database)
        except NotExplained:
            return None  # told already, with its place

    def _place(self, name: str, offset: int = 0) -> tuple[int, int]:
        """Return line and column of a name's last occurrence in the query, or of `applies`."""
        if offset:
            return offset + 1, 1
        named = [t for t in self.tokens if t.is_name and t.name == name]
        return (named[-1].line, named[-1].column) if named else (self.control.line, 1)

    def _cases(self) -> Iterator[Problem]:
        path = self.control.cases_path
        try:
            cases = read_cases(self.control)
        except BadCases as error:
            yield self._in_cases("cases", str(error))
            return
        for kind in ("fail", "pass"):
            if not any(case.kind == kind for case in cases):
                message = f"there is no `// {kind}: ...` case: add one, minimal and literal"
                yield self._in_cases("cases", message)
        for case in cases:
            for found in self._names(case):
                yield Problem(
                    path=path,
                    line=case.line + found[0].line - 1,
                    column=found[0].column,
                    code="case",
                    message=found[1],
                )

    def _names(self, case: Case) -> list[tuple[Token, str]]:
        try:
            return [(w.token, w.message) for w in wrong_names(case, self.catalogue)]
        except CypherUnreadable:
            return []  # `read_cases` has told

    def _in_cases(self, code: str, message: str) -> Problem:
        path = self.control.cases_path
        return Problem(path=path, line=1, column=1, code=code, message=message)


def _brief(message: str) -> str:
    """Return what a notice tells, without its heading."""
    told = message.partition(". ")[2] or message
    return told.replace("Verify that the spelling is correct.", "correct its spelling").strip()
