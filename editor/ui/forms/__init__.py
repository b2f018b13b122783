"""Forms: the boxes in which texts are typed."""
