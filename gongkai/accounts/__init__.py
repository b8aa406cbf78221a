"""Floor 4: people, the posts they hold, and the answer to who may do what."""
