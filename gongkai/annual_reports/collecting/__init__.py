"""What a county gathers from its organs: who owes a report, what was handed in, whose a file is, and the sum of them all."""
