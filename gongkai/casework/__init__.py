"""Floor 7: requests for information, from receipt to reply, fees, service, reconsideration and court."""
