"""The worker: one process that delivers the outbox, runs what the schedule says is due, and empties the task queue."""
