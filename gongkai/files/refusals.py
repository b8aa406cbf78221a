"""Why a file is not taken in."""

from gongkai.common.refusals import Refusal


class Unacceptable(Refusal):
    """The file is of the wrong kind, too large, broken, infected or hostile; the sentence says which and what to do."""

    status = 400
