// Filled below; the pages work without it.
