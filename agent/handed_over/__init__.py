"""Text and files that a site hands over: tables that switches and computers print, leases, scans of others.

One file a family; each turns lines into rows (rows.py) and nothing else. Which family a file is of is told by
its content alone (recognise.py). Nothing here opens a file but the templates of makers that are installed.
"""
