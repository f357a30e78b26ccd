"""What each kind of process spends once a run is warm: what starting and compiling costs is a constant, and no part of a long job."""
import time

from .processes import KINDS, members

# Seconds until all is warm, and between two looks.
WARM = 45
APART = 5


class Steady:
    """Looks at a run again and again (`beside` of processes.run)."""

    def __init__(self):
        self.began = time.monotonic()
        self.looks: list[tuple[float, dict]] = []

    def __call__(self, session: int) -> None:
        now = time.monotonic() - self.began
        if now < (self.looks[-1][0] + APART if self.looks else WARM):
            return
        spent: dict[str, float] = {}
        for kind, _, seconds, _ in members(session):
            spent[kind] = spent.get(kind, 0) + seconds
        self.looks.append((now, spent))

    def told(self) -> str:
        """Seconds looked at while Node kept a core busy or more, and what the others spent in them against Node."""
        looks = iter(self.looks)
        first = last = next(looks, (0.0, {}))
        for look in looks:
            if look[1].get("node", 0) - last[1].get("node", 0) < look[0] - last[0]:
                break
            last = look
        spent = {kind: seconds - first[1].get(kind, 0) for kind, seconds in last[1].items()}
        if spent.get("node", 0) <= 0:
            return "too short to tell what is spent once it is warm"
        each = ", ".join(f"{kind} {spent.get(kind, 0):.1f}" for kind in KINDS)
        others = 100 * (spent.get("java", 0) + spent.get("python", 0)) / spent["node"]
        return f"{last[0] - first[0]:.0f} s once warm: {each} s CPU: {others:.1f} % on top of node"
