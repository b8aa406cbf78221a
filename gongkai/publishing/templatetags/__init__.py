"""Words that templates with texts may use."""
