"""Where the boxes of a map stand and how its lines run: layers from left to right, lines in right angles.

The engine is graphlay (MIT or Apache-2.0): layered layout after Sugiyama, Tagawa and Toda (1981) with boxes of
any size and orthogonal lines, in one wheel without a program beside it, the same drawing for the same
graph by design. Others that were weighed: Graphviz (EPL, and a program to start), ELK's port (EPL), OGDF and
igraph (GPL), grandalf (not kept up since 2023), networkx and rustworkx (no layered layout of their own),
fast-sugiyama (all boxes of one size, no lines).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Size:
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Arranged:
    """corners: upper left, by the number of the box.  lines: points, by the number of the line."""

    corners: tuple[tuple[float, float], ...]
    lines: tuple[tuple[tuple[float, float], ...], ...]
    width: float
    height: float


LAYER_GAP, BOX_GAP, LANE_GAP = 46.0, 12.0, 6.0


def arrange(boxes: Sequence[Size], lines: Sequence[tuple[int, int]]) -> Arranged:
    """Boxes without overlap, each line from its first box to its second. No box: nothing at all."""
    import graphlay  # late: only the map needs it

    if not boxes:
        return Arranged((), (), 0, 0)
    graph = graphlay.Graph()
    for number, size in enumerate(boxes):
        graph.node(number, width=size.width, height=size.height)
    for source, target in lines:
        graph.edge(source, target)
    made = graphlay.layout(
        graph,
        preset="process_map",
        options={
            "direction": "leftright",
            "routing": {"style": "orthogonal", "lane_gap": LANE_GAP},
            "spacing": {
                "layer_gap": LAYER_GAP,
                "node_gap": BOX_GAP,
                "dummy_gap": BOX_GAP,
                "isolated_gap": BOX_GAP,
            },
        },
    )
    left, top = made.bounds["min"]["x"], made.bounds["min"]["y"]
    return Arranged(
        tuple(
            (
                round(node["center"]["x"] - node["size"]["width"] / 2 - left, 1),
                round(node["center"]["y"] - node["size"]["height"] / 2 - top, 1),
            )
            for node in made.nodes
        ),
        tuple(
            tuple((round(p["x"] - left, 1), round(p["y"] - top, 1)) for p in edge["points"])
            for edge in made.edges
        ),
        round(made.bounds["max"]["x"] - left, 1),
        round(made.bounds["max"]["y"] - top, 1),
    )
