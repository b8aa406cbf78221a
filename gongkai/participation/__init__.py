"""Floor 6, above publishing: consultations, live questions and answers, comments."""
