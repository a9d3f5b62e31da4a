# SPDX-License-Identifier: EUPL-1.2
"""Where pictures are made from words: from the editor, the library, the search."""
