"""Problems found in the pages: checked beside the window, listed worst first, and marked where their words stand."""
