"""Parts of build_app.py, which runs from a plain checkout: standard library only, and never shipped."""
