"""Files to the law's forms and back: reads and prints annual reports. No database, no Django."""
