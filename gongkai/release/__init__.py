"""Floor 9: what the public may see and nothing else, fed through the outbox."""
