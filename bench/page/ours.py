"""Sets up the bench's own installation: ``python -m bench.page.ours``, in this program's environment."""

from gongkai.config.framework import bring_up


def main() -> None:
    """Bring Django up first: what is filled in are its records."""
    bring_up()
    from bench.page.own_content import fill, write_content

    fill()
    write_content()


if __name__ == "__main__":
    main()
