"""Floor 2: the journal of acts, append-only and chained by hash. Every floor above writes to it; it knows none of them."""
