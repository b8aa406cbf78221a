"""Floor 10: complaints, inspections, orders to rectify, timeliness, training."""
