"""Checking pages in a process of its own, so that neither the window nor the preview waits for it.

page_problem   a finding in words, as it is sent and kept
messages       what the process is asked, and what it answers
check_process  the process itself
"""
