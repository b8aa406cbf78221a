"""Search over what is public: one small interface, engines behind it, and the index kept in step with the public copies.

The index is made from the public copies alone and is no truth of its own: deleted or doubted, it is built anew.
"""

from gongkai.release.search.keeping import rebuild, state
from gongkai.release.search.question import BeingBuilt

__all__ = ["BeingBuilt", "rebuild", "state"]
