"""What was written, by Neo4j's own counters."""

from __future__ import annotations

import dataclasses
from typing import Self

import neo4j


@dataclasses.dataclass
class Written:
    """What Neo4j's own counters say was written."""

    nodes: int = 0
    edges: int = 0
    removed: int = 0
    properties: int = 0

    def add(self, counters: neo4j.SummaryCounters) -> None:
        """Add a statement's counters."""
        self.nodes += counters.nodes_created
        self.edges += counters.relationships_created
        self.removed += counters.nodes_deleted + counters.relationships_deleted
        self.properties += counters.properties_set

    def __sub__(self, other: Written) -> Written:
        return Written(
            nodes=self.nodes - other.nodes,
            edges=self.edges - other.edges,
            removed=self.removed - other.removed,
            properties=self.properties - other.properties,
        )

    def __iadd__(self, other: Written) -> Self:
        self.nodes += other.nodes
        self.edges += other.edges
        self.removed += other.removed
        self.properties += other.properties
        return self
