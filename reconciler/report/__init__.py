"""The report: one model of pure values (model.py), worded once (phrases.py, tables.py), shown by several faces.

building.build -> Report -> workbook.to_bytes | page.render | text.summary. Faces hold layout, catalogues
hold sentences, and neither decides anything.
"""
