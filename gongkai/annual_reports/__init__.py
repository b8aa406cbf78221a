"""Floor 8: annual reports from draft to publication and correction."""
