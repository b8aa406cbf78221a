"""Floor 3: the tree of agencies and their departments, with names and parents in force from and until a day."""
