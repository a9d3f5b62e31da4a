# SPDX-License-Identifier: EUPL-1.2
"""Templates and blocks in the shell: aids for the editor, new posts, the page that manages them."""
