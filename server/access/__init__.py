"""Who may do what: sign-in of people, tokens of programs, their roles, and the log of changes.

`gate` makes the Viewer of each request, out of a token (`tokens`) or a session (`sessions`) that a
login by OpenID Connect (`oidc`) began; `roles` tells what they may do. `audit` is written before
each change. All of it is kept in the engine's database (`store`).
"""
