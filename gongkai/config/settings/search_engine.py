"""What searches: the index of this program in the home folder, or PostgreSQL, which several machines share."""

from gongkai.config.settings.environment import PREFIX, BadEnvironment, Environment


def search_of(environment: Environment) -> str:
    """``embedded`` or ``postgresql``; raises BadEnvironment where there is no PostgreSQL to ask."""
    chosen = environment.choice("SEARCH", ("embedded", "postgresql"))
    if chosen == "postgresql" and not environment.text("DATABASE_URL"):
        raise BadEnvironment(f"{PREFIX}SEARCH 为 postgresql 时，须设置 {PREFIX}DATABASE_URL")
    return chosen
