"""The makers of a made ledger as ledgers write them: by brand, subsidiary, former name and seller, in any width.

Also prints what comes of it, held by spelling alone and by houses:

    python -m tests.bench.hospital_makers [DEVICES] [SEED]
"""

from __future__ import annotations

import random
import sys
from dataclasses import replace

from agent.rules import load_rules
from reconciler.commands.holding import makers_aliases, makers_houses
from reconciler.diff import reconcile
from reconciler.houses import Houses
from reconciler.reconciliation import Kind, Reconciliation
from tests.bench.hospital_generator import Hospital
from tests.bench.hospital_judge import judge
from tests.bench.hospital_ledger import hospital

WRITTEN = {
    "富士通": ("富士通㈱", "富士通クライアントコンピューティング", "富士通エフサス", "エフサステクノロジーズ㈱"),
    "DELL": ("デル", "Dell EMC", "デル・テクノロジーズ㈱", "ＤＥＬＬ　Ｉｎｃ．"),
    "日本HP": ("HP", "日本ヒューレット・パッカード㈱", "HPE", "ﾋｭｰﾚｯﾄ･ﾊﾟｯｶｰﾄﾞ"),
    "リコー": ("リコージャパン", "㈱リコー", "RICOH"),
    "キヤノン": ("キャノン", "キヤノンMJ", "キヤノンシステムアンドサポート"),
    "日本光電": ("日本光電工業㈱", "日本光電東京"),
    "GEヘルスケア": ("GE横河メディカルシステム", "GE YMS", "GE", "GEヘルスケア・ジャパン㈱"),
    "キヤノンメディカル": ("東芝メディカルシステムズ", "東芝", "キャノン", "東芝（現キヤノンメディカル）"),
    "シスコ": ("シスコシステムズ合同会社", "NECフィールディング", "Meraki"),
    "アライドテレシス": ("アライドテレシス㈱", "ｱﾗｲﾄﾞﾃﾚｼｽ"),
    "日本電気": ("NEC", "NECプラットフォームズ", "ＮＥＣ"),
    "パナソニック": ("松下電器", "i-PRO", "パナソニックコネクト"),
    "HPE": ("日本ヒューレット・パッカード", "HP"),
    "バッファロー": ("メルコ", "BUFFALO"),
    "APC": ("シュナイダー", "シュナイダーエレクトリック", "NEC"),
    "アズビル": ("山武", "アズビル株式会社"),
}  # fmt: skip
"""A maker as the made ledger has it -> as other ledgers have it."""


def written_otherwise(h: Hospital, seed: int) -> Hospital:
    """The same hospital, each row's maker in another spelling or by another name of its house."""
    r = random.Random(seed)
    ledgers = (
        replace(
            ledger,
            assets=tuple(replace(a, maker=r.choice(WRITTEN.get(a.maker, (a.maker,)))) for a in ledger.assets),
        )
        for ledger in h.ledgers
    )
    return replace(h, ledgers=tuple(ledgers))


def held_by_the_rules(h: Hospital, *, by_spelling_alone: bool = False) -> Reconciliation:
    rules = load_rules(proofs=False)
    known = Houses() if by_spelling_alone else makers_houses(rules)
    return reconcile(h.findings, h.ledgers, aliases=makers_aliases(rules), houses=known, not_asked=())


def other_makers(result: Reconciliation) -> set[str]:
    """The devices that are said to be of another maker than their row."""
    return {d.device for d in result.differences if d.kind is Kind.CHANGED and d.field == "maker"}


def main(size: int, seed: int) -> None:
    plain = hospital(size, seed)
    h = written_otherwise(plain, seed)
    for name, alone in (("by spelling alone", True), ("by houses", False)):
        result = held_by_the_rules(h, by_spelling_alone=alone)
        print(f"{name}: {len(other_makers(result))} devices of another maker than their row")
        for line in judge(h, result).lines():
            print(f"  {line}")


if __name__ == "__main__":
    main(*(int(text) for text in (*sys.argv[1:3], *("5000", "1")[len(sys.argv[1:3]) :])))
