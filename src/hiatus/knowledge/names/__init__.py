"""Personal names compared by what their spellings can stand for: no database, no network, no state.

`compare` says how two names compare and why; `keys` gives the few keys under which a name is looked for in an index.
"""

from hiatus.knowledge.names.compare import Comparison, compare
from hiatus.knowledge.names.features import FEATURES, SAME, UNSURE, Feature, Verdict
from hiatus.knowledge.names.keys import keys
from hiatus.knowledge.names.parse import Name, parse

__all__ = ["FEATURES", "SAME", "UNSURE", "Comparison", "Feature", "Name", "Verdict", "compare", "keys", "parse"]
