"""Serve the graph: GraphQL types that follow from the declarations, and the queries behind them.

User input never becomes Cypher text: it is always a parameter.
"""
