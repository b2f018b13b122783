from tests.ui.notices.asking import open_back, service

__all__ = ["open_back", "service"]
