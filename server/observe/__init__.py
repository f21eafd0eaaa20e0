"""What operators look at: metrics, logs, traces, health, and who used what in a month."""
