"""Words that templates of every floor may use."""
