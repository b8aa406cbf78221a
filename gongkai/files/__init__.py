"""Floor 5: stored attachments, checked, hashed and served safely."""
