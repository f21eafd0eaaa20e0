"""Keep the graph: everything derived from the declarations, the managed Neo4j, the lake.

Knows no cloud. Reads the declarations of `ingest.model` and nothing of how they are fetched.
"""
