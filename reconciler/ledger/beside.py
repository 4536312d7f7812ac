"""What stands in the rows of a table and is no device's: legends, remarks, boxes to sign, headings of networks. Pure."""

from __future__ import annotations

import re

from reconciler.ledger.normalise import Cell

_LEGEND = re.compile(r"^([※*＊]|注[)）:意1-9\d]|\(注|凡例|記号|備考[::]|【凡例】|○[::=…]|◎[::=]|×[::=])")
_REMARK = re.compile(
    r"^(#|以上|以下余白|該当(機器)?(なし|無し)$|対象(機器)?(なし|無し)$|登録なし$|作成(日|者|[::])|更新(日|者)|最終更新|改訂|改定|印刷日|出力日|文責|(作成|更新|改訂|改定|調査|記入|発行|配布)[^:]{0,6}[::]|確認者|承認|次ページ|続き|ページ|page|p\.?\s?\d+$|\d+\s*/\s*\d+\s*(ページ|頁)?$|-\s*\d+\s*-$)",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"(合計|総数|総件数|件数|登録件数|出力件数|台数|総台数|全)?\s*[:：]?\s*\d[\d,]*\s*(件|台|レコード|records?|rows?|items?|devices?|entries)\W*"
    r"|(total|count|showing|exported|number of)\b.*\d.*|end of (report|list|file)\W*",
    re.IGNORECASE,
)
"""What an export says below its rows: how many they were."""

_SIGNATURE = re.compile(
    r"^(実査者|確認者|承認者|作成者|記入者|立会者|調査者|検印|印|㊞|所属長|部長|課長|係長|技師長|師長)印?[:：]?$"
)
_SIGNED = re.compile(
    r"(作成|承認|確認|照査|審査|起案|決裁|検印|検認|決済|点検|立会|部長|課長|係長|主任|技師長|師長|院長|事務長|施設長|所属長|担当)(者|印)?"
)
_CONTACT = re.compile(r"(お?問い?合わ?せ先?|連絡先|メール|e-?mail|tel|電話|fax)\s*([:(].*)?", re.IGNORECASE)
_RULED = re.compile(r"[-=_*~─━―・.]{3,}")
"""A line drawn with signs."""


def is_legend(plain: str) -> bool:
    """※…, 凡例：…, ○：使用中."""
    return bool(_LEGEND.match(plain))


def is_remark(plain: str) -> bool:
    """以上, 作成者：…, page numbers, lines that begin with #."""
    return bool(_REMARK.match(plain) or _COUNTED.fullmatch(plain))


def is_signed(plain: str) -> bool:
    """The heading of a box to be signed: 作成, 承認, 課長."""
    return bool(_SIGNED.fullmatch(plain))


def is_contact(plain: str) -> bool:
    """Whom to ask, below a table: 問い合わせ先, メール."""
    return bool(_CONTACT.fullmatch(plain))


def is_beside(own: list[tuple[int, Cell]], texts: list[tuple[int, str]]) -> bool:
    """A line drawn with signs, or one of boxes to be signed."""
    if texts and len(texts) == len(own) and all(_RULED.fullmatch(plain) for _, plain in texts):
        return True
    return len(own) <= 6 and sum(1 for _, plain in texts if _SIGNATURE.match(plain)) >= 2


def heads_a_network(plain: str) -> bool:
    """VLAN10 医事系 192.168.10.0/24: words above a block of addresses, and no address of a device."""
    return (
        len(re.findall(r"[ぁ-ヿ一-龥]", plain)) >= 2 and not re.match(r"\d", plain)
    ) or "VLAN" in plain.upper()
