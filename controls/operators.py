"""The operators of Neo4j's plans that a control may have, and which of them miss nothing.

Both are lists of what is known: an operator that is on neither, of a newer Neo4j perhaps, is
refused by lint and taken for one that can make a row of something missing.
"""

from __future__ import annotations

# Operators that give the same or fewer rows when something is missing.
MONOTONE = frozenset({
    "ProduceResults", "Projection", "Filter", "Argument", "EmptyRow", "CacheProperties",
    "AllNodesScan", "NodeByLabelScan", "UnionNodeByLabelsScan", "IntersectionNodeByLabelsScan",
    "NodeByElementIdSeek", "NodeIndexScan", "NodeIndexSeek", "NodeIndexSeekByRange",
    "NodeUniqueIndexSeek", "NodeUniqueIndexSeekByRange", "NodeIndexContainsScan",
    "NodeIndexEndsWithScan", "MultiNodeIndexSeek", "DirectedRelationshipTypeScan",
    "UndirectedRelationshipTypeScan", "DirectedUnionRelationshipTypesScan",
    "UndirectedUnionRelationshipTypesScan", "Expand(All)", "Expand(Into)", "VarLengthExpand(All)",
    "VarLengthExpand(Into)", "VarLengthExpand(Pruning)", "VarLengthExpand(Pruning,BFS)",
    "VarLengthExpand(All,BFS)", "VarLengthExpand(Pruning,BFS,All)",
    "VarLengthExpand(Pruning,BFS,Into)", "Repeat(Trail)",
    "BidirectionalRepeat(Trail)", "Apply", "SemiApply", "SelectOrSemiApply",
    "CartesianProduct", "NodeHashJoin", "ValueHashJoin", "Unwind", "Union", "Distinct",
    "OrderedDistinct", "OrderedUnion", "Sort", "PartialSort", "Eager", "AssertSameNode",
    "AssertSameRelationship",
})  # fmt: skip

# All that only read nodes and relationships: no file, procedure, administration, transaction.
READS = MONOTONE | frozenset({
    "AntiSemiApply", "SelectOrAntiSemiApply", "LetSemiApply", "LetAntiSemiApply",
    "LetSelectOrSemiApply", "LetSelectOrAntiSemiApply", "RollUpApply", "ConditionalApply",
    "AntiConditionalApply", "Optional", "OptionalExpand(All)", "OptionalExpand(Into)",
    "LeftOuterHashJoin", "RightOuterHashJoin", "EagerAggregation", "OrderedAggregation", "Limit",
    "Skip", "Top", "PartialTop", "ShortestPath", "StatefulShortestPath(All)",
    "StatefulShortestPath(Into)", "NodeCountFromCountStore", "RelationshipCountFromCountStore",
    "SubtractionNodeByLabelsScan", "ProjectEndpoints", "DirectedRelationshipIndexSeek",
    "UndirectedRelationshipIndexSeek", "DirectedRelationshipIndexSeekByRange",
    "UndirectedRelationshipIndexSeekByRange", "DirectedRelationshipIndexScan",
    "UndirectedRelationshipIndexScan", "DirectedRelationshipIndexContainsScan",
    "UndirectedRelationshipIndexContainsScan",
    "DirectedRelationshipIndexEndsWithScan", "UndirectedRelationshipIndexEndsWithScan",
    "TriadicBuild", "TriadicFilter", "TriadicSelection", "Anti", "NodeByIdSeek", "ExhaustiveLimit",
    "EmptyResult",
})  # fmt: skip
