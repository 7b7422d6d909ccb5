"""Who sees a candidacy, and who helps it on its way to a seat."""

from __future__ import annotations

from council.enums.members import CANDIDACY_PUBLIC
from council.facts.candidacies import CandidacyFacts
from council.facts.viewer import Viewer
from council.rules.councils import belongs, leads, looks_after


def is_candidate(viewer: Viewer, candidacy: CandidacyFacts) -> bool:
    return viewer.user_id is not None and viewer.user_id == candidacy.person_id


def recommended(viewer: Viewer, candidacy: CandidacyFacts) -> bool:
    return viewer.user_id is not None and viewer.user_id == candidacy.recommended_by


def is_close(viewer: Viewer, candidacy: CandidacyFacts) -> bool:
    """The candidate, whoever recommended them, and the community's staff read it at all times."""
    return (
        is_candidate(viewer, candidacy)
        or recommended(viewer, candidacy)
        or looks_after(viewer, candidacy.council)
    )


def sees_candidacy(viewer: Viewer, candidacy: CandidacyFacts) -> bool:
    """Everybody once it is posted; before, those who may second; after a refusal, nobody else."""
    if candidacy.state in CANDIDACY_PUBLIC or is_close(viewer, candidacy):
        return True
    return candidacy.is_running and belongs(viewer, candidacy.council)


def seconds(viewer: Viewer, candidacy: CandidacyFacts) -> bool:
    """A neighbour, but neither the candidate nor whoever recommended them; each once."""
    return (
        belongs(viewer, candidacy.council)
        and not is_candidate(viewer, candidacy)
        and not recommended(viewer, candidacy)
    )


def objects(viewer: Viewer, candidacy: CandidacyFacts) -> bool:
    return belongs(viewer, candidacy.council) and not is_candidate(viewer, candidacy)


def looks_after_candidacy(viewer: Viewer, candidacy: CandidacyFacts) -> bool:
    """Nobody checks themselves."""
    return looks_after(viewer, candidacy.council) and not is_candidate(viewer, candidacy)


def decides_candidacy(viewer: Viewer, candidacy: CandidacyFacts) -> bool:
    return leads(viewer, candidacy.council) and not is_candidate(viewer, candidacy)


def takes_back(viewer: Viewer, candidacy: CandidacyFacts) -> bool:
    return is_candidate(viewer, candidacy) or recommended(viewer, candidacy)
