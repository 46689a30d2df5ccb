"""Words that claim weather or name quantities, with what they mean; nothing is judged here."""
