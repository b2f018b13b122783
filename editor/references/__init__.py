"""Published papers as other programs and services describe them, and the studies that come of them."""
