"""Which device goes with which row, one to one, so that all ranks together are highest.

Pairs that compete for a device or a row form connected components, which are nearly always of one
pair. Each is solved exactly (Hungarian method, H. W. Kuhn 1955, in the shortest-path form of Jonker
and Volgenant 1987) up to EXACT on a side; beyond, best pair first. Where another choice would be
just as good the pair is a tie and nobody's: the answer never depends on the order of the input.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

Edge = tuple[int, int]

EXACT = 24


def assign(ranks: Mapping[Edge, int]) -> tuple[list[Edge], list[Edge]]:
    """(device, row) -> rank (positive) to (pairs taken, pairs that tie), each in order."""
    taken: list[Edge] = []
    ties: list[Edge] = []
    for component in _components(ranks):
        if len(component) == 1:
            taken.append(component[0])
            continue
        chosen, equal = _solve({edge: ranks[edge] for edge in component})
        taken += chosen
        ties += equal
    return sorted(taken), sorted(ties)


def _components(edges: Iterable[Edge]) -> list[list[Edge]]:
    by_device: defaultdict[int, list[Edge]] = defaultdict(list)
    by_row: defaultdict[int, list[Edge]] = defaultdict(list)
    for edge in edges:
        by_device[edge[0]].append(edge)
        by_row[edge[1]].append(edge)
    done: set[int] = set()
    components: list[list[Edge]] = []
    for device in by_device:
        if device in done:
            continue
        done.add(device)
        waiting, rows, found = [device], set[int](), list[Edge]()
        while waiting:
            for edge in by_device[waiting.pop()]:
                found.append(edge)
                if edge[1] in rows:
                    continue
                rows.add(edge[1])
                for neighbour, _ in by_row[edge[1]]:
                    if neighbour not in done:
                        done.add(neighbour)
                        waiting.append(neighbour)
        components.append(sorted(found))
    return components


def _solve(ranks: Mapping[Edge, int]) -> tuple[list[Edge], list[Edge]]:
    if len({d for d, _ in ranks}) > EXACT or len({r for _, r in ranks}) > EXACT:
        return _best_first(ranks)
    best = _optimum(ranks)
    total = sum(ranks[e] for e in best)
    # A pair is in doubt if the same total can be had without it.
    doubtful = [e for e in best if _total(_without(ranks, e)) == total]
    if not doubtful:
        return best, []
    contested = _equal_choices(ranks, doubtful, total)
    return [e for e in best if e not in contested], sorted(contested)


def _equal_choices(ranks: Mapping[Edge, int], doubtful: Sequence[Edge], total: int) -> set[Edge]:
    """Every pair that is in some best choice but not in all."""
    contested = set(doubtful)
    devices, rows = {d for d, _ in doubtful}, {r for _, r in doubtful}
    for edge in ranks:
        if edge in contested or not (edge[0] in devices or edge[1] in rows):
            continue
        rest = {e: rank for e, rank in ranks.items() if e[0] != edge[0] and e[1] != edge[1]}
        if ranks[edge] + _total(rest) == total:
            contested.add(edge)
    return contested


def _without(ranks: Mapping[Edge, int], edge: Edge) -> dict[Edge, int]:
    return {e: rank for e, rank in ranks.items() if e != edge}


def _total(ranks: Mapping[Edge, int]) -> int:
    return sum(ranks[e] for e in _optimum(ranks))


def _optimum(ranks: Mapping[Edge, int]) -> list[Edge]:
    """One choice of highest total. Missing pairs count nothing and are left out of the answer."""
    devices = sorted({d for d, _ in ranks})
    rows = sorted({r for _, r in ranks})
    if not devices:
        return []
    width = max(len(devices), len(rows))
    row_at = {r: n for n, r in enumerate(rows)}
    gain = [[0] * width for _ in range(len(devices))]
    for n, device in enumerate(devices):
        for row in rows:
            gain[n][row_at[row]] = ranks.get((device, row), 0)
    column_of = _hungarian([[-value for value in line] for line in gain], width)
    chosen = [(devices[n], rows[c]) for n, c in enumerate(column_of) if c < len(rows)]
    return [e for e in chosen if e in ranks]


def _hungarian(cost: Sequence[Sequence[int]], width: int) -> list[int]:
    """For each line its column, at lowest total cost; there are at least as many columns as lines."""
    infinite = float("inf")
    line_potential = [0] * (len(cost) + 1)
    column_potential = [0] * (width + 1)
    line_of = [0] * (width + 1)  # 1-based; 0 is free
    for line in range(1, len(cost) + 1):
        line_of[0] = line
        column = 0
        least: list[float] = [infinite] * (width + 1)
        came_from = [0] * (width + 1)
        used = [False] * (width + 1)
        while line_of[column] != 0:
            used[column] = True
            here, delta, following = line_of[column], infinite, 0
            for c in range(1, width + 1):
                if used[c]:
                    continue
                reduced = cost[here - 1][c - 1] - line_potential[here] - column_potential[c]
                if reduced < least[c]:
                    least[c], came_from[c] = reduced, column
                if least[c] < delta:
                    delta, following = least[c], c
            step = int(delta)
            for c in range(width + 1):
                if used[c]:
                    line_potential[line_of[c]] += step
                    column_potential[c] -= step
                else:
                    least[c] -= step
            column = following
        while column:
            line_of[column] = line_of[came_from[column]]
            column = came_from[column]
    answer = [0] * len(cost)
    for c in range(1, width + 1):
        if line_of[c]:
            answer[line_of[c] - 1] = c - 1
    return answer


def _best_first(ranks: Mapping[Edge, int]) -> tuple[list[Edge], list[Edge]]:
    """For a component too large to be solved: highest rank first, equals that collide are ties."""
    by_rank: defaultdict[int, list[Edge]] = defaultdict(list)
    for edge, rank in ranks.items():
        by_rank[rank].append(edge)
    taken: list[Edge] = []
    ties: list[Edge] = []
    gone_devices: set[int] = set()
    gone_rows: set[int] = set()
    for rank in sorted(by_rank, reverse=True):
        free = [e for e in by_rank[rank] if e[0] not in gone_devices and e[1] not in gone_rows]
        devices: defaultdict[int, int] = defaultdict(int)
        rows: defaultdict[int, int] = defaultdict(int)
        for d, r in free:
            devices[d] += 1
            rows[r] += 1
        for d, r in free:
            (taken if devices[d] == 1 and rows[r] == 1 else ties).append((d, r))
        gone_devices |= set(devices)
        gone_rows |= set(rows)
    return taken, ties
