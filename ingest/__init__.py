"""Read the clouds: one file a resource type, holding its declaration and how it is fetched.

Knows nothing of Neo4j. What follows from the declarations lives in `graph`.
"""
