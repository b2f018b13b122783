from tests.references.looking_up.service import paper_service

__all__ = ["paper_service"]
