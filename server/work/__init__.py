"""Durable work: jobs that survive their worker.

The ledger in the graph is the truth about what is done; the engine carries nothing but ids.
"""
