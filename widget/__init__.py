"""What citizens see: the chat element, the page without JavaScript, styles and texts."""
