"""Forms that the public fills in: shapes of input, no rules beyond shape."""
