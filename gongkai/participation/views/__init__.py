"""Pages of consultations and of live Q&A on the desk."""
