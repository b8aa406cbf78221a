"""Run as a program by ``test_kill``: receives files without end until it is killed."""

import os
import sys
from io import BytesIO


def main() -> None:
    """Bring Django up in the given home, say so, and receive."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "gongkai.config.settings.local"
    import django

    django.setup()
    from gongkai.accounts.models import User
    from gongkai.agencies.models import Agency
    from gongkai.common.clock import current
    from gongkai.files.actions import receive

    clerk, town = User.objects.get(username="wang"), Agency.objects.get(code="320001")
    print("ready", flush=True)
    number = 0
    while True:
        number += 1
        upload = BytesIO(f"第{number}份材料，进程{os.getpid()}".encode())
        upload.name = f"材料{number}.txt"
        receive(agency=town, upload=upload, purpose="attachment", by=clerk, now=current())


if __name__ == "__main__":
    sys.exit(main())
