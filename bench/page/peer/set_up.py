"""Sets the peer up: ``python -m bench.page.peer.set_up``, in the peer's environment."""

import django


def main() -> None:
    """Bring Django up first: what is filled in are its records."""
    django.setup()
    from bench.page.peer.filling import fill

    fill()


if __name__ == "__main__":
    main()
