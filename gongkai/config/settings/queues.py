"""Task queue and cache: in the database, so that nothing has to be installed, or in Redis where its address is given."""

from importlib.util import find_spec

from gongkai.config.settings.environment import BadEnvironment, Environment


def cache_of(environment: Environment) -> dict[str, object]:
    """Django's settings of the default cache."""
    if address := redis_address(environment):
        return {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": address}
    return {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "common_cache",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }


def tasks_of(environment: Environment) -> dict[str, object]:
    """The settings of the default task queue."""
    if redis_address(environment):
        return {"BACKEND": "django_tasks_rq.RQBackend", "QUEUES": ["default"]}
    return {"BACKEND": "django_tasks_db.DatabaseBackend"}


def rq_queues_of(environment: Environment) -> dict[str, object]:
    """The queues that RQ keeps in Redis; none without it."""
    address = redis_address(environment)
    return {"default": {"URL": address, "DEFAULT_TIMEOUT": 3600}} if address else {}


def redis_address(environment: Environment) -> str:
    """The address of Redis, or ""; raises BadEnvironment where its libraries were not installed."""
    address = environment.text("REDIS_URL")
    if address and not find_spec("django_tasks_rq"):
        raise BadEnvironment(
            "设置了 GONGKAI_REDIS_URL，但没有安装所需的程序包；请先运行 make scale"
        )
    return address
