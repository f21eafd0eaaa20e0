"""Judge the graph: controls, policies, mandates, verdicts and report runs.

Imports no cloud SDK. A control is one `.cypher` file with its cases beside it.
"""
