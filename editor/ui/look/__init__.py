"""The look that all of the window shares: icons and the mark of where the keyboard is. Colours are the palette's."""
