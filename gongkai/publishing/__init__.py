"""Floor 6: items of information, their columns and versions, review and publication."""
