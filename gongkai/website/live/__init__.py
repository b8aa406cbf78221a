"""Live Q&A as it happens: one poller a process looks at the record and hands what is new to all who listen (ADR 0030)."""
