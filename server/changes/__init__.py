"""What people change: one function a change, used by the API and the command line alike.

Each asks first whether its `Changer` may, then whether what is asked makes sense, has it written
into the audit log, and only then does it. `answers` tells what came of it as GraphQL's types.
"""
