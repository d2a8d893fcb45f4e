"""What is known of a work, as of any moment, and what changed, computed from its claims; no database."""

from hiatus.knowledge.dossiers.changes import Change, between, changes
from hiatus.knowledge.dossiers.dossier import Dossier, known
from hiatus.knowledge.dossiers.outlook import Standing, outlook
from hiatus.knowledge.dossiers.slots import Slot
from hiatus.knowledge.dossiers.weighing import Known, independent

__all__ = ["Change", "Dossier", "Known", "Slot", "Standing", "between", "changes", "independent", "known", "outlook"]
