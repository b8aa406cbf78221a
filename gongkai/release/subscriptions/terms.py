"""What this installation promises of its letters: rules of the house, no rules of law, each with its reason."""

from datetime import timedelta

CONFIRM_WITHIN = timedelta(hours=48)
"""How long a link of confirmation holds, and an address that nobody confirmed is kept: a weekend, and no longer than that."""
MORNING = timedelta(hours=8)
"""Digests of the days before go out from eight in the morning, when a telephone that rings disturbs nobody."""
LISTED = 30
"""Items that one letter lists; of more it says how many, and where they stand."""
MOST_OF_ONE = 20
"""Subscriptions of one address: more than anybody reads, and too few to flood somebody else's letter box."""
MOST_REFUSALS = 3
"""On so many days in a row, with no letter taken between them, an address must be refused for good before it is given up: a mail
server that is set up wrongly for a day or two takes nobody's subscription away."""
TRY_AGAIN = (timedelta(minutes=15), timedelta(hours=1), timedelta(hours=4))
"""The waits where a mail server says "later" of one letter; after the last the letter is given up, which says nothing of the address."""
KEEP_DIGESTS = timedelta(days=90)
"""How long it is kept which letters went out: as long as delivered messages are."""
PORTION = 500
"""Subscriptions that are looked at in one turn of the plan."""
MOST_ASKED = 50
"""Different questions that are asked of the index in one turn."""
AT_ONCE = 20
"""Letters sent before the worker looks at its other work."""
SECONDS = 10.0
"""A slow mail server gets no more time than this before the worker looks at its other work."""
