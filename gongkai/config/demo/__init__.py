"""The demo: an invented county and township at work, made by the real acts. It moves in on an empty database only."""
