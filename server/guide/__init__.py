"""What makes Neo4j Browser at home in the graph: a style, saved queries, and a guide of ours."""
