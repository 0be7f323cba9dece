"""How much is read of anything, and why no more. Sizes in bytes unless the name says otherwise."""

from __future__ import annotations

MEBIBYTE = 1024 * 1024

# A file above this is no article: books of 2,000 pages stay under 10 MB as PDF without pictures.
# JSON Lines are exempt, since they are read line by line.
MAX_FILE = 50 * MEBIBYTE

# One line of JSON Lines holds one article; above this a line is skipped unread.
MAX_JSON_LINE = 8 * MEBIBYTE

# spaCy's parser takes about 1 GB for a million characters and refuses more; 400,000 characters are
# a book of 130 pages. What is longer is cut at a paragraph, and said.
MAX_REPORT_CHARACTERS = 400_000

# What takes time is the tokens: prose has one in five characters, dense tables one in three. A text
# of single letters and marks, which has one in one or two, is cut here.
MAX_REPORT_PIECES = 150_000

# Of a file of plain text so much is read: four times what one report may have, since a page may
# hold several, and half a second of cleaning.
MAX_TEXT_BYTES = 4 * MAX_REPORT_CHARACTERS

# No page of a news site is longer; lxml takes about 100 MB for one of this size.
MAX_HTML_BYTES = 10 * MEBIBYTE

# libxml2 stops at 256 by itself, and trees much deeper than real pages' 30 to 60 cost stack.
MAX_HTML_DEPTH = 200

# A study of a thousand pages is a book, and pdfium takes some 10 ms a page.
MAX_PDF_PAGES = 1_000

# What the parts of a DOCX may come to when unpacked: a zip bomb of 40 kB comes to gigabytes.
MAX_DOCX_UNPACKED = 100 * MEBIBYTE
# python-docx keeps some twenty times the size of document.xml in memory.
MAX_DOCX_DOCUMENT = 16 * MEBIBYTE
MAX_DOCX_PARTS = 5_000
# Paragraphs and tables: a book of 130 pages has some 2,000, and python-docx takes 0.1 ms for each.
MAX_DOCX_BLOCKS = 20_000

# Of standard input, so much is looked at to tell its format.
SNIFF = 64 * 1024

# A URL: the seconds for all of it, for one answer of the other side, and the hops it may take.
FETCH_SECONDS = 30.0
ANSWER_SECONDS = 10.0
MAX_REDIRECTS = 5

# A folder within a folder, so deep; more is a loop or a mistake.
MAX_FOLDER_DEPTH = 32

# trafilatura takes some five seconds for so many elements; the longest live pages have 20,000.
MAX_HTML_ELEMENTS = 25_000

# A live blog or a day's archive has some hundred articles on a page; each takes 10 ms and more.
MAX_HTML_ARTICLES = 200

# A table of ties: those of COW by pair and year have some 900,000 rows and 60 MB as CSV. While one
# is read it takes about 800 bytes a row, so that the longest stays under 2 GB.
MAX_TABLE_BYTES = 512 * MEBIBYTE
MAX_TABLE_ROWS = 2_000_000
# A row of a CSV file, and the lines that a cell in quotation marks may break it into.
MAX_TABLE_LINE = MEBIBYTE
MAX_TABLE_CELL_LINES = 20
# Names and notes of a table are cut here.
MAX_TABLE_CELL = 200
