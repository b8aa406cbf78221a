"""Settings: ``base`` holds what never changes, ``local``, ``prod`` and ``test`` what differs; ``environment`` reads variables."""
