"""How a clause stands to the world: asserted, denied, supposed, offered, a maxim or a figure of speech."""
