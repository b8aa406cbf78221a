"""Personal data of a case under the key of that case: sealed when it comes in, and by which mark one applicant is known again."""

from collections.abc import Mapping

from gongkai.agencies.models import Agency
from gongkai.audit import personal
from gongkai.casework.models import Case
from gongkai.common import vault


def subject_of(case: Case) -> str:
    """The subject under which the key of the case is kept."""
    return f"casework.case:{case.pk}"


def sealed(case: Case, fields: Mapping[str, str]) -> personal.Sealed:
    """The fields as columns keep them; empty ones are left out. Raises personal.Erased."""
    return personal.seal(subject_of(case), fields)


def identity_index(agency: Agency, mark: str) -> str:
    """Equal for requests of one applicant at one organ; tells nothing else, and nothing across organs."""
    return vault.blind_index(mark, field=f"casework.applicant:{agency.code}")
