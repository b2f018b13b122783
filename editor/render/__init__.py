"""From a page to HTML: its parts one by one for the preview, whole pages for export."""
